"""Log records the way Terraform reads them: one JSON object per line on stderr.

The level comes from the variables that Terraform's users know, the closest one first: for the logger `glbr.api` they
are TF_LOG_PROVIDER_GLBR_API, TF_LOG_PROVIDER_GLBR, TF_LOG_PROVIDER and TF_LOG. Without any of them nothing is logged.
"""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Mapping
from typing import TextIO

TRACE = 5
"""Below DEBUG, for what happens on the wire."""

_OFF = logging.CRITICAL + 1
_LEVELS = {
    "TRACE": TRACE,
    # Terraform's own log as JSON, with everything in it.
    "JSON": TRACE,
    "DEBUG": logging.DEBUG,
    "INFO": logging.INFO,
    "WARN": logging.WARNING,
    "ERROR": logging.ERROR,
    "OFF": _OFF,
}
_NAMES = ((logging.ERROR, "error"), (logging.WARNING, "warn"), (logging.INFO, "info"), (logging.DEBUG, "debug"))

_EVERYTHING = "TF_LOG"
_PROVIDERS = "TF_LOG_PROVIDER"
_OURS = "TF_LOG_PROVIDER_GLBR"
_ROOT = "glbr"

_ALWAYS_THERE = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class HclogHandler(logging.StreamHandler[TextIO]):
    """Writes each record as Terraform's plugin log wants it."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as one line of JSON."""
        fields: dict[str, object] = {
            "@level": _name(record.levelno),
            "@message": record.getMessage(),
            "@module": record.name,
            "@timestamp": _timestamp(record.created),
        }
        fields.update((key, value) for key, value in vars(record).items() if key not in _ALWAYS_THERE)
        if record.exc_info and record.exc_info[0] is not None:
            fields["error"] = record.exc_info[0].__name__
            # Places only: the text of an exception may quote a configuration, and with it a secret.
            fields["stack"] = [
                f"{place.filename}:{place.lineno} {place.name}" for place in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(fields, default=str)


def install(environment: Mapping[str, str], stream: TextIO) -> None:
    """Send what our loggers say to `stream`, at the levels the environment asks for.

    Libraries may only warn: at DEBUG they would write down request headers, and with them tokens.
    """
    logging.addLevelName(TRACE, "TRACE")
    ours = _level(environment, _OURS, _PROVIDERS, _EVERYTHING)
    root = logging.getLogger()
    root.addHandler(HclogHandler(stream))
    root.setLevel(max(ours, logging.WARNING))
    logging.getLogger(_ROOT).setLevel(ours)
    for variable in environment:
        if variable.startswith(f"{_OURS}_"):
            part = variable.removeprefix(f"{_OURS}_").lower().replace("_", ".")
            logging.getLogger(f"{_ROOT}.{part}").setLevel(_level(environment, variable))


def _level(environment: Mapping[str, str], *variables: str) -> int:
    value = next((environment[variable] for variable in variables if environment.get(variable)), "OFF")
    # Terraform takes a level that it does not know for TRACE; so do we, or its log and ours would disagree.
    return _LEVELS.get(value.strip().upper(), TRACE)


def _name(level: int) -> str:
    return next((name for least, name in _NAMES if level >= least), "trace")


def _timestamp(seconds: float) -> str:
    whole, part = divmod(int(seconds * 1_000_000), 1_000_000)
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(whole))}.{part:06d}Z"
