"""A plugin for the tests: the real transport around methods that echo, fail, wait and log."""

import asyncio
import json
import logging
import os
import sys

from glbr.provider.transport.limits import Limits
from glbr.provider.transport.serve import Surroundings, serve


class EchoServicer:
    def __init__(self):
        # Made here and not at import: the transport puts its log in order before it loads the provider.
        self._log = logging.getLogger("glbr.echo")

    @property
    def methods(self):
        own = {
            "Echo": self.echo,
            "Size": self.size,
            "Count": self.count,
            "Fail": self.fail,
            "FailInStream": self.fail_in_stream,
            "Wait": self.wait,
            "WaitInStream": self.wait_in_stream,
            "Nap": self.nap,
            "Log": self.log,
        }
        return {f"/test.Echo/{name}": method for name, method in own.items()}

    async def shutdown(self):
        self._log.info("let go")

    async def echo(self, request):
        return request

    async def size(self, request):
        return b"x" * int(request)

    async def count(self, request):
        for number in range(int(request)):
            yield str(number).encode()

    async def fail(self, request):
        raise ValueError(request.decode())

    async def fail_in_stream(self, request):
        yield b"first"
        raise ValueError(request.decode())

    async def wait(self, request):
        self._log.info("waiting")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self._log.info("wait cancelled")
            raise

    async def wait_in_stream(self, request):
        try:
            yield b"first"
            await asyncio.Event().wait()
        finally:
            self._log.info("stream closed")

    async def nap(self, request):
        self._log.info("napping")
        await asyncio.sleep(float(request))
        return b"rested"

    async def log(self, request):
        for level in (5, logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR):
            self._log.log(level, "said %s", logging.getLevelName(level), extra={"store": "Cloud"})
        logging.getLogger("glbr.api").debug("said by the API client")
        logging.getLogger("hpack").debug("authorization: Bearer canary")
        return b""


def load():
    if reason := os.environ.get("ECHO_CANNOT_LOAD"):
        raise ImportError(reason)
    return EchoServicer()


if __name__ == "__main__":
    limits = Limits(**json.loads(os.environ.get("ECHO_LIMITS", "{}")))
    sys.exit(serve(load, Surroundings(sys.argv[1:], os.environ, sys.stdout, sys.stderr), limits))
