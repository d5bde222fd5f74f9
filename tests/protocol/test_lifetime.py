"""The end: with Terraform, never before it, and with nothing left behind."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import grpc
import pytest

EAGER = json.dumps({"parent_poll": 0.05, "first_connection": 0.3})


def test_shutdown_ends_the_provider_in_order(start, short_folder):
    plugin = start(TF_LOG="INFO")
    shutdown = plugin.channel().unary_unary("/plugin.GRPCController/Shutdown")

    answer = shutdown(b"", timeout=20)

    assert answer == b""
    assert plugin.ended() == 0
    assert [record["@message"] for record in plugin.records] == ["let go"]
    assert list(short_folder.iterdir()) == []


def test_shutdown_lets_a_short_call_finish(start):
    plugin = start(TF_LOG="INFO")
    channel = plugin.channel()
    napping = channel.unary_unary("/test.Echo/Nap").future(b"0.2", timeout=20)
    plugin.wait_for_record("napping")

    channel.unary_unary("/plugin.GRPCController/Shutdown")(b"", timeout=20)

    assert napping.result() == b"rested"
    assert plugin.ended() == 0


def test_shutdown_cancels_a_call_that_does_not_finish(start):
    plugin = start(TF_LOG="INFO", ECHO_LIMITS='{"grace": 0.1}')
    channel = plugin.channel()
    waiting = channel.unary_unary("/test.Echo/Wait").future(b"", timeout=20)
    plugin.wait_for_record("waiting")

    channel.unary_unary("/plugin.GRPCController/Shutdown")(b"", timeout=20)

    assert plugin.ended() == 0
    assert waiting.code() is grpc.StatusCode.CANCELLED
    assert [record["@message"] for record in plugin.records] == ["waiting", "wait cancelled", "let go"]


def test_a_call_during_the_end_is_told_that_it_came_too_late(start, call):
    plugin = start(TF_LOG="DEBUG")
    channel = plugin.channel()
    napping = channel.unary_unary("/test.Echo/Nap").future(b"0.5", timeout=20)
    plugin.wait_for_record("napping")
    channel.unary_unary("/plugin.GRPCController/Shutdown")(b"", timeout=20)
    plugin.wait_for_record("ending")

    with pytest.raises(grpc.RpcError) as caught:
        call(channel, "Echo")

    assert caught.value.code() is grpc.StatusCode.UNAVAILABLE
    assert "was stopping" in caught.value.details()
    assert napping.result() == b"rested"


def test_the_output_stream_stays_open_and_ends_well(start, call):
    plugin = start()
    channel = plugin.channel()
    grpc.channel_ready_future(channel).result(20)
    output = channel.unary_stream("/plugin.GRPCStdio/StreamStdio")(b"", timeout=20)
    # Calls of one connection are opened in order: after this answer the stream is open too.
    assert call(channel, "Echo", b"meanwhile") == b"meanwhile"

    channel.unary_unary("/plugin.GRPCController/Shutdown")(b"", timeout=20)

    assert list(output) == []
    assert output.code() is grpc.StatusCode.OK


def test_the_broker_stays_open_without_an_answer(start, call):
    plugin = start()
    channel = plugin.channel()
    asking = iter(lambda: plugin.process.wait(20), None)
    broker = channel.stream_stream("/plugin.GRPCBroker/StartStream")(asking, timeout=20)
    assert call(channel, "Echo", b"meanwhile") == b"meanwhile"

    channel.unary_unary("/plugin.GRPCController/Shutdown")(b"", timeout=20)

    assert list(broker) == []
    assert broker.code() is grpc.StatusCode.OK


def test_a_closed_connection_ends_the_provider(start, call, short_folder):
    plugin = start()
    channel = plugin.channel()
    call(channel, "Echo")

    channel.close()

    assert plugin.ended() == 0
    assert list(short_folder.iterdir()) == []


def test_a_second_connection_keeps_the_provider_until_it_is_closed_too(start, call):
    plugin = start()
    with plugin.channel() as first, plugin.channel() as second:
        call(first, "Echo")
        call(second, "Echo")
        first.close()

        assert call(second, "Echo", b"still there") == b"still there"

    assert plugin.ended() == 0


def test_a_change_in_flight_is_cancelled_when_the_client_is_gone(start):
    plugin = start(TF_LOG="INFO", ECHO_LIMITS='{"grace": 0.1}')
    channel = plugin.channel()
    waiting = channel.unary_unary("/test.Echo/Wait").future(b"", timeout=20)
    plugin.wait_for_record("waiting")

    channel.close()

    assert waiting.code() is grpc.StatusCode.CANCELLED
    assert plugin.ended() == 0
    assert [record["@message"] for record in plugin.records] == ["waiting", "wait cancelled", "let go"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_is_followed_in_order(start, call, short_folder, number):
    plugin = start(TF_LOG="INFO")
    call(plugin.channel(), "Echo")

    plugin.process.send_signal(number)

    assert plugin.ended() == 0
    assert [record["@message"] for record in plugin.records] == ["let go"]
    assert list(short_folder.iterdir()) == []


def test_a_request_to_end_right_after_the_handshake_leaves_nothing_behind(start, short_folder):
    plugin = start()

    plugin.process.terminate()

    assert plugin.ended() in {0, 128 + signal.SIGTERM}
    assert list(short_folder.iterdir()) == []


def test_ctrl_c_is_left_to_terraform(start, call):
    plugin = start()
    channel = plugin.channel()
    call(channel, "Echo")

    plugin.process.send_signal(signal.SIGINT)

    assert call(channel, "Echo", b"still there") == b"still there"


def test_a_provider_that_nobody_connects_to_ends(start, short_folder):
    plugin = start(ECHO_LIMITS=EAGER, TF_LOG="DEBUG")

    assert plugin.ended() == 0
    assert plugin.records[0]["reason"] == "nobody connected"
    assert list(short_folder.iterdir()) == []


def test_a_provider_whose_parent_is_killed_ends(command, terraform_environment, short_folder):
    started = f"import subprocess, sys; subprocess.run({command!r}, stdin=subprocess.DEVNULL)"
    environment = terraform_environment | {"ECHO_LIMITS": '{"parent_poll": 0.05}'}
    with subprocess.Popen([sys.executable, "-c", started], env=environment, stdout=subprocess.PIPE) as parent:
        handshake = parent.stdout.readline()

        parent.kill()

        rest = parent.stdout.read()
    assert handshake.startswith(b"1|6|unix|")
    assert rest == b"", "the output is closed when the last process that has it is gone"
    assert list(short_folder.iterdir()) == []


def test_a_wrapper_that_goes_away_early_does_no_harm(start, call, short_folder, command, client_identity):
    wrapper = Path(short_folder, "wrapper.sh")
    wrapper.write_text(f"{command[0]} {command[1]} <&0 &\n")
    plugin = start(ECHO_LIMITS='{"parent_poll": 0.3}', through=["sh", str(wrapper)])
    channel = plugin.channel()
    call(channel, "Echo")
    plugin.process.wait(20)

    slept = call(channel, "Nap", b"1.0")

    assert slept == b"rested"
