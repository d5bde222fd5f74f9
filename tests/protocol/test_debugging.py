"""Debugging: a provider started by hand, which Terraform attaches to and leaves alone."""

import contextlib
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import grpc
import pytest


@contextlib.contextmanager
def attached(reattach):
    [provider] = reattach.values()
    with grpc.insecure_channel(f"unix:{provider['Addr']['String']}") as channel:
        yield channel


@pytest.mark.parametrize("flag", ["-debug", "--debug"])
def test_terraform_is_told_where_the_provider_is(debug, flag):
    plugin, reattach = debug(flag)

    provider = reattach["registry.terraform.io/glbr/glbr"]
    assert Path(provider["Addr"].pop("String")).is_socket()
    assert provider == {
        "Protocol": "grpc",
        "ProtocolVersion": 6,
        "Pid": plugin.process.pid,
        "Test": True,
        "Addr": {"Network": "unix"},
    }


def test_another_source_address_can_be_stood_in_for(debug):
    _, reattach = debug("-debug", "--source", "registry.opentofu.org/glbr/glbr")

    assert list(reattach) == ["registry.opentofu.org/glbr/glbr"]


def test_calls_need_no_certificate(debug, call):
    _, reattach = debug("-debug")

    with attached(reattach) as channel:
        answer = call(channel, "Echo", b"attached")

    assert answer == b"attached"


def test_clients_come_and_go_one_after_another(debug, call):
    _, reattach = debug("-debug")

    for _ in range(5):
        with attached(reattach) as channel:
            assert call(channel, "Echo", b"again") == b"again"


def test_clients_come_at_the_same_time(debug, call):
    _, reattach = debug("-debug")

    def visit(number):
        with attached(reattach) as channel:
            return call(channel, "Echo", b"%d" % number)

    with ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(visit, range(20)))

    assert answers == [b"%d" % number for number in range(20)]


def test_a_client_cannot_end_a_provider_that_somebody_debugs(debug, call):
    plugin, reattach = debug("-debug")

    with attached(reattach) as channel:
        channel.unary_unary("/plugin.GRPCController/Shutdown")(b"", timeout=20)
        answer = call(channel, "Echo", b"still there")

    assert answer == b"still there"
    assert plugin.process.poll() is None


def test_a_call_of_a_client_that_is_gone_is_cancelled(debug):
    plugin, reattach = debug("-debug", TF_LOG="INFO", ECHO_LIMITS='{"grace": 0.1}')

    with attached(reattach) as channel:
        waiting = channel.unary_unary("/test.Echo/Wait").future(b"", timeout=20)
        plugin.wait_for_record("waiting")

    assert waiting.code() is grpc.StatusCode.CANCELLED
    plugin.wait_for_record("wait cancelled")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_in_order(debug, call, short_folder, number):
    plugin, reattach = debug("-debug", TF_LOG="INFO")
    with attached(reattach) as channel:
        call(channel, "Echo")

    os.kill(plugin.process.pid, number)

    assert plugin.ended() == 0
    assert [record["@message"] for record in plugin.records] == ["let go"]
    assert list(short_folder.iterdir()) == []


def test_an_unknown_argument_is_explained(refused):
    code, stdout, message = refused("-debgu")

    assert (code, stdout) == (2, "")
    assert "unrecognized arguments: -debgu" in message
