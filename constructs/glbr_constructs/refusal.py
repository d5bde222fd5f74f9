"""How a construct says no: where, what was given, what is allowed, what to do."""

from collections.abc import Callable, Iterable
from typing import Final

import jsii
from constructs import Construct, IValidation

from glbr.protection.problem import Problem, written

UNRESOLVED: Final = "A value that only Terraform knows cannot be used here."


class Refused(ValueError):
    """What was written makes no sense as data protection."""


def told(problem: Problem) -> str:
    """A problem in one paragraph."""
    where = f" ({written(problem.path)})" if problem.path else ""
    return f"{problem.summary}{where}. {problem.detail}"


def refuse(doing: str, problems: Iterable[Problem]) -> None:
    """Stop at the first problem, if there is one.

    Args:
        doing: What was being done, to start the message with.
        problems: What is wrong with it.

    Raises:
        Refused: there is a problem.
    """
    for problem in problems:
        raise Refused(f"{doing}: {told(problem)}")


@jsii.implements(IValidation)
class Check:
    """Looks at a construct once the whole program has been written, before anything is synthesized."""

    def __init__(self, problems: Callable[[], Iterable[Problem]]) -> None:
        self._problems = problems

    def validate(self) -> list[str]:
        """Everything that is wrong, for the CDK to tell."""
        return [told(problem) for problem in self._problems()]


def check_at_synthesis(construct: Construct, problems: Callable[[], Iterable[Problem]]) -> None:
    """Have a construct looked at before it is synthesized."""
    construct.node.add_validation(Check(problems))
