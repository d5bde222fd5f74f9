"""What went wrong → what Terraform shows: summary, detail, and the place in the configuration."""

import logging
from collections.abc import Iterable

from glbr.api.errors import GlbrError, InvalidConfiguration
from glbr.protection.problem import Path, Problem, written
from glbr.provider.protocol import tfplugin6_pb2 as pb

log = logging.getLogger("glbr.provider")


def error(summary: str, detail: str, path: Path = ()) -> pb.Diagnostic:
    """Something that stops the work."""
    return _diagnostic(pb.Diagnostic.ERROR, summary, detail, path)


def warning(summary: str, detail: str, path: Path = ()) -> pb.Diagnostic:
    """Something a person should know, though the work goes on."""
    return _diagnostic(pb.Diagnostic.WARNING, summary, detail, path)


def from_problems(problems: Iterable[Problem]) -> list[pb.Diagnostic]:
    """Mistakes in a configuration, each at its place."""
    return [error(problem.summary, problem.detail, problem.path) for problem in problems]


def from_exception(failure: Exception, doing: str) -> list[pb.Diagnostic]:
    """Any failure, told in words. One that nobody foresaw is our fault and says so; its traceback goes to the log only."""
    if isinstance(failure, InvalidConfiguration):
        return [
            error(problem.summary, problem.detail, (problem.argument,) if problem.argument else ())
            for problem in failure.problems
        ]
    if isinstance(failure, GlbrError):
        return [error(failure.summary, failure.detail)]
    log.error("internal error", exc_info=failure)
    return [
        error(
            f"Internal error while {doing}",
            f"The provider failed by its own fault: {type(failure).__name__}. Nothing more is known about the object than "
            "before. Run again with TF_LOG_PROVIDER=ERROR to see where, and please report it.",
        )
    ]


def _diagnostic(severity: pb.Diagnostic.Severity, summary: str, detail: str, path: Path) -> pb.Diagnostic:
    # Terraform shows the line of a nested attribute only for its outermost step, and never prints the path itself.
    where = f"\n\nAt: {written(path)}" if path else ""
    return pb.Diagnostic(
        severity=severity, summary=summary, detail=f"{detail}{where}", attribute=_attribute_path(path) if path else None
    )


def _attribute_path(path: Path) -> pb.AttributePath:
    return pb.AttributePath(
        steps=[
            pb.AttributePath.Step(element_key_int=step)
            if isinstance(step, int)
            else pb.AttributePath.Step(attribute_name=step)
            for step in path
        ]
    )


def attribute_paths(paths: Iterable[Path]) -> list[pb.AttributePath]:
    """Paths as Terraform writes them."""
    return [_attribute_path(path) for path in paths]
