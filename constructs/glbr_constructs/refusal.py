"""How a construct says no: where, what was given, what is allowed, what to do."""

from collections.abc import Callable, Iterable
from typing import Final

import jsii
from constructs import Construct, IValidation

from glbr.protection.problem import Problem, written
from glbr_constructs.synthesis.place import identity, place_of

UNRESOLVED: Final = "A value that only Terraform knows cannot be used here."


class Refused(ValueError):
    """What was written makes no sense as data protection.

    Example:
        try:
            Daily.at("25:00")
        except Refused as problem:
            assert "25:00" in str(problem)
    """


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
class Checks:
    """Looks at the constructs of a stack once the whole program has been written, before anything is synthesized.

    One for each stack: the CDK would call back each construct that has its own.
    """

    def __init__(self) -> None:
        self._checks: list[tuple[str, Callable[[], Iterable[Problem]]]] = []

    def add(self, path: str, problems: Callable[[], Iterable[Problem]]) -> None:
        """Look at one more construct."""
        self._checks.append((path, problems))

    def validate(self) -> list[str]:
        """Everything that is wrong, for the CDK to tell."""
        return [f"{path}: {told(problem)}" for path, problems in self._checks for problem in problems()]


_by_stack: Final[dict[str, Checks]] = {}


def check_at_synthesis(construct: Construct, problems: Callable[[], Iterable[Problem]]) -> None:
    """Have a construct looked at before it is synthesized.

    Args:
        construct: The construct; messages start with its path.
        problems: Tells what is wrong with it. Called at each synthesis, so that late changes count.
    """
    place = place_of(construct)
    if place.stack is None:
        alone = Checks()
        construct.node.add_validation(alone)
        alone.add(place.path, problems)
        return
    stack = identity(place.stack)
    if stack not in _by_stack:
        _by_stack[stack] = Checks()
        place.stack.node.add_validation(_by_stack[stack])
    _by_stack[stack].add(place.path, problems)
