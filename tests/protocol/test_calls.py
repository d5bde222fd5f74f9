"""Calls over HTTP/2, made by gRPC's own client."""

import grpc
import pytest


def test_a_call_is_answered(start, call):
    channel = start().channel()

    answer = call(channel, "Echo", b"copy")

    assert answer == b"copy"


def test_an_empty_message_goes_both_ways(start, call):
    channel = start().channel()

    assert call(channel, "Echo", b"") == b""


@pytest.mark.parametrize("size", [16_384, 65_531, 65_536, 20_000_000])
def test_a_large_message_goes_both_ways(start, call, size):
    channel = start().channel()
    message = bytes(range(256)) * (size // 256) + b"." * (size % 256)

    answer = call(channel, "Echo", message)

    assert answer == message


def test_a_hundred_calls_at_once_each_get_their_own_answer(start):
    method = start().channel().unary_unary("/test.Echo/Echo")
    requests = [b"%d" % number * 1000 for number in range(100)]

    running = [method.future(request, timeout=20) for request in requests]

    assert [future.result() for future in running] == requests


def test_large_answers_at_once_share_the_connection(start):
    method = start().channel().unary_unary("/test.Echo/Size")

    running = [method.future(b"3000000", timeout=30) for _ in range(10)]

    assert [len(future.result()) for future in running] == [3_000_000] * 10


def test_a_stream_gives_its_messages_in_order(start):
    count = start().channel().unary_stream("/test.Echo/Count")

    messages = list(count(b"1000", timeout=20))

    assert messages == [str(number).encode() for number in range(1000)]


def test_a_stream_may_have_no_message_at_all(start):
    count = start().channel().unary_stream("/test.Echo/Count")

    assert list(count(b"0", timeout=20)) == []


def test_an_unknown_method_is_unimplemented(start, call):
    channel = start().channel()

    with pytest.raises(grpc.RpcError) as caught:
        call(channel, "NoSuchMethod", b"x" * 1_000_000)

    assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED
    assert "/test.Echo/NoSuchMethod" in caught.value.details()
    assert call(channel, "Echo", b"still there") == b"still there"


def test_an_exception_becomes_an_internal_error_that_quotes_nothing(start, call):
    plugin = start(TF_LOG="TRACE")
    channel = plugin.channel()

    with pytest.raises(grpc.RpcError) as caught:
        call(channel, "Fail", "canary ✓".encode())

    plugin.process.terminate()
    plugin.ended()
    assert caught.value.code() is grpc.StatusCode.INTERNAL
    assert "Fail failed inside GLBR's provider (ValueError)" in caught.value.details()
    assert "canary" not in caught.value.details()
    assert "canary" not in str(plugin.records)
    assert any("echo_provider.py" in str(record.get("stack")) for record in plugin.records)


def test_an_exception_in_a_stream_comes_after_what_was_sent(start):
    stream = start().channel().unary_stream("/test.Echo/FailInStream")(b"canary", timeout=20)

    assert next(stream) == b"first"
    with pytest.raises(grpc.RpcError) as caught:
        next(stream)
    assert caught.value.code() is grpc.StatusCode.INTERNAL


def test_a_cancelled_call_stops_its_method(start, call):
    plugin = start(TF_LOG="INFO")
    channel = plugin.channel()
    waiting = channel.unary_unary("/test.Echo/Wait").future(b"", timeout=20)
    plugin.wait_for_record("waiting")

    waiting.cancel()

    plugin.wait_for_record("wait cancelled")
    assert call(channel, "Echo", b"still there") == b"still there"


def test_a_cancelled_stream_closes_its_generator(start):
    plugin = start(TF_LOG="INFO")
    stream = plugin.channel().unary_stream("/test.Echo/WaitInStream")(b"", timeout=20)
    next(stream)

    stream.cancel()

    plugin.wait_for_record("stream closed")


def test_a_compressed_request_is_refused(start):
    method = start().channel().unary_unary("/test.Echo/Echo")

    with pytest.raises(grpc.RpcError) as caught:
        method(b"x" * 10_000, timeout=20, compression=grpc.Compression.Gzip)

    assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED
    assert "ompressed" in caught.value.details()


def test_a_second_message_in_one_request_is_refused(start):
    method = start().channel().stream_unary("/test.Echo/Echo")

    with pytest.raises(grpc.RpcError) as caught:
        method(iter([b"one", b"two"]), timeout=20)

    assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED


def test_a_request_without_a_message_is_refused(start):
    method = start().channel().stream_unary("/test.Echo/Echo")

    with pytest.raises(grpc.RpcError) as caught:
        method(iter([]), timeout=20)

    assert caught.value.code() is grpc.StatusCode.INTERNAL


def test_an_answer_beyond_what_terraform_accepts_is_refused(start, call):
    channel = start().channel()

    with pytest.raises(grpc.RpcError) as caught:
        call(channel, "Size", b"%d" % (256 * 1024 * 1024 + 1))

    assert caught.value.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert "268435457 bytes" in caught.value.details()


def test_the_health_of_the_plugin_is_serving(start):
    check = start().channel().unary_unary("/grpc.health.v1.Health/Check")

    answer = check(b"\x0a\x06plugin", timeout=20)

    assert answer == b"\x08\x01"


def test_the_health_of_anything_else_is_unknown(start):
    check = start().channel().unary_unary("/grpc.health.v1.Health/Check")

    with pytest.raises(grpc.RpcError) as caught:
        check(b"\x0a\x05store", timeout=20)

    assert caught.value.code() is grpc.StatusCode.NOT_FOUND


def test_a_provider_that_cannot_be_loaded_says_why_in_every_call(start, call):
    channel = start(ECHO_CANNOT_LOAD="No module named 'httpx'").channel()

    with pytest.raises(grpc.RpcError) as caught:
        call(channel, "Echo")

    assert caught.value.code() is grpc.StatusCode.INTERNAL
    assert "No module named 'httpx'" in caught.value.details()
