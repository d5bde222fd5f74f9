"""A server that keeps one Terraform state and its lock, as GitLab and others do."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

USER = "terraform"


class StateServer(ThreadingHTTPServer):
    """What is kept: the state, and what Terraform said of itself when it locked it."""

    def __init__(self, password: str) -> None:
        super().__init__(("127.0.0.1", 0), _Requests)
        self.password = password
        self.state = b""
        self.lock = b""
        self.changing = threading.Lock()

    @property
    def url(self) -> str:
        """Where the state is; its lock is at `/lock` below."""
        return f"http://127.0.0.1:{self.server_port}/state"

    @property
    def holder(self) -> str:
        """The id of the lock, empty if nobody holds it."""
        return str(json.loads(self.lock)["ID"]) if self.lock else ""

    @property
    def authorization(self) -> str:
        """What a request must bring."""
        return "Basic " + base64.b64encode(f"{USER}:{self.password}".encode()).decode()


class _Requests(BaseHTTPRequestHandler):
    server: StateServer

    def do_GET(self) -> None:
        if self._is_allowed():
            self._answer(HTTPStatus.OK if self.server.state else HTTPStatus.NOT_FOUND, self.server.state)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self._is_allowed():
            return
        with self.server.changing:
            if self.path == "/state/lock":
                self._lock(body)
            elif self.path == f"/state?ID={self.server.holder}":
                self.server.state = body
                self._answer(HTTPStatus.OK)
            else:
                self._answer(HTTPStatus.CONFLICT)

    def do_DELETE(self) -> None:
        if not self._is_allowed():
            return
        with self.server.changing:
            self.server.lock = b""
            self._answer(HTTPStatus.OK)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (so it is called in the standard library)
        """Say nothing: tests read what Terraform says."""

    def _lock(self, wanted: bytes) -> None:
        if self.server.lock:
            self._answer(HTTPStatus.LOCKED, self.server.lock)
        else:
            self.server.lock = wanted
            self._answer(HTTPStatus.OK)

    def _is_allowed(self) -> bool:
        if self.headers.get("Authorization") == self.server.authorization:
            return True
        self._answer(HTTPStatus.UNAUTHORIZED)
        return False

    def _answer(self, status: HTTPStatus, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running_state_server(password: str) -> Iterator[StateServer]:
    """Run one until the block ends."""
    with StateServer(password) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield server
        server.shutdown()
        thread.join()
