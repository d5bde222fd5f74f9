"""What happens on the wire: frames that gRPC's own client never sends, or never lets us see."""

import socket

import h2.config
import h2.connection
import h2.events
import h2.settings
import pytest


class Wire:
    """A client that says exactly what it is told to."""

    def __init__(self, path, window=65535):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(20)
        self.socket.connect(path)
        self.http2 = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        settings = {h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: window}
        self.http2.local_settings = h2.settings.Settings(client=True, initial_values=settings)
        self.http2.initiate_connection()
        self.seen = []

    def ask(self, method, message=b"", content_type="application/grpc", flag=b"\x00"):
        number = self.http2.get_next_available_stream_id()
        headers = [(":method", "POST"), (":scheme", "http"), (":authority", "localhost")]
        headers += [(":path", f"/test.Echo/{method}"), ("content-type", content_type)]
        self.http2.send_headers(number, headers)
        self.http2.send_data(number, flag + len(message).to_bytes(4, "big") + message, end_stream=True)
        self.send()
        return number

    def send(self, extra=b""):
        if waiting := self.http2.data_to_send() + extra:
            self.socket.sendall(waiting)

    def wait_for(self, kind, number=None):
        """Read until an event of this kind (on this stream) has come; None when the server hung up before."""

        def wanted(event):
            return isinstance(event, kind) and number in {None, getattr(event, "stream_id", None)}

        while not (found := [event for event in self.seen if wanted(event)]):
            if not (data := self.socket.recv(65536)):
                return None
            for event in self.http2.receive_data(data):
                self.seen.append(event)
                if isinstance(event, h2.events.DataReceived):
                    self.http2.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
            self.send()
        return found[0]

    def wait_for_settled(self):
        """Let both sides agree on their settings, so that nothing else is on the way."""
        self.send()
        self.http2.ping(b"settled?")
        self.send()
        self.wait_for(h2.events.PingAckReceived)

    def body(self, number):
        pieces = [e for e in self.seen if isinstance(e, h2.events.DataReceived) and e.stream_id == number]
        return b"".join(piece.data for piece in pieces)


@pytest.fixture
def plugin_and_wires(debug):
    plugin, reattach = debug("-debug", TF_LOG="TRACE", ECHO_LIMITS='{"grace": 0.2}')
    [provider] = reattach.values()
    opened = []

    def connect(**settings):
        opened.append(Wire(provider["Addr"]["String"], **settings))
        return opened[-1]

    yield plugin, connect
    for wire in opened:
        wire.socket.close()


@pytest.fixture
def connect(plugin_and_wires):
    return plugin_and_wires[1]


def test_an_answer_has_headers_a_message_and_trailers(connect):
    wire = connect()

    number = wire.ask("Echo", b"copy")

    assert dict(wire.wait_for(h2.events.TrailersReceived, number).headers) == {"grpc-status": "0"}
    headers = dict(wire.wait_for(h2.events.ResponseReceived, number).headers)
    assert (headers[":status"], headers["content-type"]) == ("200", "application/grpc")
    assert wire.body(number) == b"\x00\x00\x00\x00\x04copy"


def test_a_message_in_a_failure_is_percent_encoded(connect):
    wire = connect()

    number = wire.ask("100%/ä")

    trailers = dict(wire.wait_for(h2.events.ResponseReceived, number).headers)
    assert trailers["grpc-status"] == "12"
    assert "/test.Echo/100%25/%C3%A4." in trailers["grpc-message"]


def test_a_ping_is_answered(connect):
    wire = connect()
    wire.http2.ping(b"12345678")
    wire.send()

    answer = wire.wait_for(h2.events.PingAckReceived)

    assert answer.ping_data == b"12345678"


def test_an_answer_waits_for_room_and_is_whole_in_the_end(connect):
    wire = connect(window=1000)

    number = wire.ask("Size", b"300000")

    wire.wait_for(h2.events.StreamEnded, number)
    assert len(wire.body(number)) == 300_005


def test_an_answer_without_room_does_not_hold_up_others(connect):
    wire = connect(window=0)
    wire.ask("Size", b"300000")

    other = wire.ask("NoSuchMethod")

    assert wire.wait_for(h2.events.StreamEnded, other)


def test_a_call_that_is_not_grpc_is_refused(connect):
    wire = connect()

    number = wire.ask("Echo", content_type="text/html")

    assert dict(wire.wait_for(h2.events.ResponseReceived, number).headers) == {":status": "415"}


def test_a_request_that_announces_too_much_is_refused_before_it_comes(connect):
    wire = connect()
    number = wire.http2.get_next_available_stream_id()
    path = [(":path", "/test.Echo/Echo"), ("content-type", "application/grpc")]
    wire.http2.send_headers(number, [(":method", "POST"), (":scheme", "http"), (":authority", "x"), *path])
    wire.http2.send_data(number, b"\x00\x10\x00\x00\x01")
    wire.send()

    trailers = dict(wire.wait_for(h2.events.ResponseReceived, number).headers)

    assert trailers["grpc-status"] == "8"
    assert wire.wait_for(h2.events.StreamReset, number).error_code == 0


def test_a_client_that_breaks_the_protocol_is_told_and_hung_up_on(plugin_and_wires):
    plugin, connect = plugin_and_wires
    bad, good = connect(), connect()
    bad.wait_for_settled()
    bad.send(extra=b"\x00\x00\x00\x00\x00\x00\x00\x00\x00")

    goodbye = bad.wait_for(h2.events.ConnectionTerminated)

    number = good.ask("Echo", b"not my fault")
    assert goodbye.error_code != 0
    assert good.wait_for(h2.events.StreamEnded, number)
    plugin.wait_for_record("the client broke HTTP/2")


def test_a_client_that_says_goodbye_is_hung_up_on(connect):
    wire = connect()
    wire.wait_for_settled()
    wire.http2.close_connection()
    wire.send()

    assert wire.socket.recv(1) == b""


def test_a_call_has_a_moment_to_finish_after_its_client_is_gone(plugin_and_wires):
    plugin, connect = plugin_and_wires
    wire = connect()
    wire.ask("Nap", b"0.05")
    plugin.wait_for_record("napping")

    wire.socket.close()

    plugin.wait_for_record("the answer was not wanted")


def test_a_call_that_goes_on_after_its_client_is_gone_is_cancelled(plugin_and_wires):
    plugin, connect = plugin_and_wires
    wire = connect()
    wire.ask("Wait")
    plugin.wait_for_record("waiting")

    wire.socket.close()

    plugin.wait_for_record("wait cancelled")
