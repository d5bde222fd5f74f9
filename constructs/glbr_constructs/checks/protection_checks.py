"""The rules of the review as an Aspect: what must not be stops synthesis, and names the construct."""

import datetime as dt
import os
import sys
import time
import weakref
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import jsii
from constructs import Construct, IConstruct, IValidation

from glbr_constructs.cdk import cdk
from glbr_constructs.checks.review_terms import PackName
from glbr_constructs.checks.stacks import Stacks, stacks_of, with_dependencies
from glbr_constructs.refusal import Refused
from glbr_constructs.synthesis.place import path_of

if TYPE_CHECKING:
    from glbr_constructs.checks.telling import Remark

_ADD: Final = "ProtectionChecks.baseline().add_to(app)"


@jsii.implements(cdk.IAspect)
class ProtectionChecks:
    """Judges what a program protects, and how, by the rules of `glbr review`, whenever it is synthesized.

    Findings that block in the pack, or that need approval, stop synthesis, all of them in one message; `acknowledge` accepts
    one for a while. What is advice is told on standard error, and so is what only a plan can tell: a value that
    Terraform looks up first is never taken for good. Rules about changes look at the plan, in `glbr review plan.json`.

    Added to an application, the checks judge it as a whole, after all Aspects: a policy together with the store of another
    stack that it writes to. Added to a stack, also by `Aspects.of(stack).add(...)`, they judge that stack with what it refers to,
    in `Testing.synth(stack, True)`, too. The CDK does not visit Aspects of an application: use `add_to` there.

    Example:
        ProtectionChecks.baseline().add_to(app)
    """

    def __init__(
        self,
        pack: PackName | str | None = None,
        *,
        settings: str | os.PathLike[str] | None = None,
        fail_on: Sequence[str] = (),
        today: dt.date | None = None,
    ) -> None:
        """Choose what to judge by.

        Args:
            pack: Name of a pack, such as `baseline` or `ransomware`, or the path of a team's own. The one that the settings
                name when left out; else `baseline`.
            settings: The gate's settings, `glbr-review.yaml`: thresholds, enforcement, waivers. Paths in it are relative to it.
            fail_on: Severities and rules whose findings stop synthesis, beyond what the pack says: `["high"]`.
            today: The day by which acknowledgements hold; the real one when left out.

        Raises:
            Refused: there is no such pack, the settings are wrong, or `fail_on` names nothing known.
        """
        from glbr_constructs.checks.judgement import gate_for  # late: only those who check pay for the review

        if isinstance(fail_on, str):
            raise Refused(f"making ProtectionChecks: fail_on={fail_on!r} is one text. Write a list: [{fail_on!r}].")
        if today is not None and (isinstance(today, dt.datetime) or not isinstance(today, dt.date)):
            raise Refused(f"making ProtectionChecks: today={today!r} is no day. Write one such as date(2027, 1, 31).")
        self._gate = gate_for(pack, Path(settings) if settings is not None else None, fail_on)
        self._today = today
        self._made = time.time()
        self._watched: weakref.WeakSet[IConstruct] = weakref.WeakSet()
        self._idle = weakref.finalize(self, _tell_idle)

    @classmethod
    def baseline(
        cls,
        *,
        settings: str | os.PathLike[str] | None = None,
        fail_on: Sequence[str] = (),
        today: dt.date | None = None,
    ) -> Self:
        """Checks for everybody: what is lost for good, and what weakens protection, stops synthesis; the rest is said.

        Args:
            settings: As in the constructor.
            fail_on: As in the constructor.
            today: As in the constructor.
        """
        return cls("baseline", settings=settings, fail_on=fail_on, today=today)

    @classmethod
    def ransomware(
        cls,
        *,
        settings: str | os.PathLike[str] | None = None,
        fail_on: Sequence[str] = (),
        today: dt.date | None = None,
    ) -> Self:
        """Checks against somebody who has an administrator's password: 3-2-1-1-0, with locked copies.

        Args:
            settings: As in the constructor.
            fail_on: As in the constructor.
            today: As in the constructor.
        """
        return cls("ransomware", settings=settings, fail_on=fail_on, today=today)

    def add_to(self, scope: cdk.App | cdk.TerraformStack) -> Self:
        """Judge an application, or one stack, whenever it is synthesized.

        Args:
            scope: The application, with all stacks it will have; or a stack.

        Raises:
            Refused: it is neither.
        """
        given: object = scope
        if isinstance(given, cdk.App):
            self._watch(given, lambda: self._judge(stacks_of(given, self._made), ""))
        elif isinstance(given, cdk.TerraformStack):
            self._watch(given, lambda: self._judge(with_dependencies(given), path_of(given)))
        else:
            where = path_of(given) if isinstance(given, Construct) else repr(given)
            raise Refused(f"adding ProtectionChecks to {where}: it is neither an App nor a TerraformStack. Use {_ADD}.")
        return self

    def visit(self, node: IConstruct) -> None:
        """Called by the CDK for each construct; a stack is remembered, and judged when all Aspects have seen it."""
        if isinstance(node, cdk.TerraformStack):
            self.add_to(node)
        elif not self._watched:
            raise Refused(f"adding ProtectionChecks to {path_of(node)}: an Aspect of this kind belongs to a stack.")

    def _watch(self, scope: IConstruct, judge: Callable[[], list[str]]) -> None:
        self._idle.detach()
        if scope not in self._watched:
            self._watched.add(scope)
            scope.node.add_validation(_Validation(judge))

    def _judge(self, stacks: Stacks, only: str) -> list[str]:
        from glbr.review.problem import ReviewProblem
        from glbr_constructs.checks.judgement import judged
        from glbr_constructs.checks.telling import refusal, remarks

        try:
            found = judged(self._gate, stacks, only, self._today)
        except ReviewProblem as problem:
            return [f"Protection checks (pack {self._gate.pack.name}): {problem.summary}. {problem.detail}"]
        _remark(remarks(found), self._gate.pack.name)
        wrong = refusal(found)
        return [wrong] if wrong else []


@jsii.implements(IValidation)
class _Validation:
    """Runs the checks when the CDK validates."""

    def __init__(self, judge: Callable[[], list[str]]) -> None:
        self._judge = judge

    def validate(self) -> list[str]:
        """What stops synthesis."""
        return self._judge()


def _remark(found: "Iterable[Remark]", pack: str) -> None:
    """Say what does not stop anything. The CDK's command shows what a program writes there, too."""
    for remark in found:
        print(f"{remark.weight}: protection checks (pack {pack}): {remark.text}", file=sys.stderr)  # noqa: T201 - for people


def _tell_idle() -> None:
    """At the end of a program that made checks and never had them run: nobody may take that for a pass."""
    if getattr(sys, "last_value", None) is not None:
        return  # something else went wrong before
    print(  # noqa: T201 - for people
        f"warning: ProtectionChecks were made and judged nothing. The CDK does not visit Aspects of an App: use {_ADD}.",
        file=sys.stderr,
    )
