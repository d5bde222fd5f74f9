"""Judges a change by a gate: runs the rules, weighs what they find, and says what comes of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.gate.existing import Existing, before_alone
from glbr.review.gate.gate import DIRECTIONS, Gate
from glbr.review.gate.headline import headline
from glbr.review.gate.objectives import Objectives
from glbr.review.gate.ordering import worst_first
from glbr.review.gate.outcome import outcome
from glbr.review.gate.packs import SEVERITIES
from glbr.review.gate.settings import Level
from glbr.review.gate.troubles import WAIVER_RULE, trouble_findings
from glbr.review.gate.waivers import Waivers, WaiverTrouble, same_waiver
from glbr.review.model.model import Model, Waiver
from glbr.review.model.objects import Side
from glbr.review.report import EXIT_CODES, Enforcement, Judged, Report
from glbr.review.rules.finding import Finding, Severity, Verdict
from glbr.review.rules.rule import Rule

if TYPE_CHECKING:
    from glbr.review.gate.user_rules import UserRule


def judge(
    model: Model, gate: Gate, *, today: datetime | None = None, base_waivers: Callable[[], tuple[Waiver, ...]] = tuple
) -> Report:
    """Review a change.

    Args:
        model: The change.
        gate: What it is judged by.
        today: When the review is made; None to leave out what depends on it.
        base_waivers: Reads the waivers that travel with the base configuration; called only if they matter.

    Raises:
        ReviewProblem: A rule of the team's own is no CEL.
    """
    return _Judging(_limited(model, gate.settings.longest_lock), gate, today, base_waivers).report()


def _limited(model: Model, longest: Mapping[str, str]) -> Model:
    """The model with the longest locks that the settings give for stores, by their names."""
    if not longest:
        return model

    def side(one: Side) -> Side:
        stores = {
            key: replace(store, longest_lock=longest[store.name]) if store.name in longest else store
            for key, store in one.stores.items()
        }
        return replace(one, stores=stores)

    return replace(model, before=side(model.before), after=side(model.after))


class _Judging:
    def __init__(
        self, model: Model, gate: Gate, today: datetime | None, base_waivers: Callable[[], tuple[Waiver, ...]]
    ) -> None:
        self._gate = gate
        self._analysis = Analysis(model, gate.zone, today)
        self._passed: list[str] = []
        self._not_applicable: list[str] = []
        counting, unmerged = _sorted_by_branch(model.waivers, gate, base_waivers)
        self._waivers = Waivers(
            counting, unmerged, self._analysis, rules=gate.names, never={WAIVER_RULE, *gate.pack.never_waived}
        )

    def report(self) -> Report:
        judged = worst_first([one for one in self._all() if one is not None], self._gate.pack.never_waived)
        found = outcome(judged, self._analysis, self._gate)
        return Report(
            self._analysis,
            tuple(judged),
            tuple(sorted(self._passed)),
            tuple(sorted(self._not_applicable)),
            found,
            0 if self._gate.wishes.exit_zero else EXIT_CODES[found],
            headline(judged, self._analysis, found, self._gate.pack.name),
            self._gate.pack.name,
            self._gate.source,
            self._gate.settings.documentation,
        )

    def _all(self) -> Iterator[Judged | None]:
        for rule in self._gate.rules.values():
            yield from self._by(rule)
        if self._gate.user_rules:
            yield from self._by_own_rules()
        # Last: only now it is known which waivers cover nothing.
        looked = {rule.id for rule in self._gate.rules.values() if rule.mode == "state"} - {*self._not_applicable}
        stale = self._waivers.stale(looked | {rule.id for rule in self._gate.user_rules if rule.kind != "changes"})
        troubles = [*self._waivers.troubles, *stale]
        if WAIVER_RULE in self._gate.rules:
            yield from self._of_waivers(troubles, self._gate.rules[WAIVER_RULE])

    def _by(self, rule: Rule) -> Iterator[Judged | None]:
        if self._level(rule.id, rule.severity) == "off" or rule.id == WAIVER_RULE:
            return
        if not self._applies(rule):
            self._not_applicable.append(rule.id)
            return
        existing, found = self._existing, False
        try:
            for finding in self._objectives.findings(rule):
                found = True
                judged = self._weighed(finding, rule.title, rule.explain, rule.fix, rule)
                if judged and judged.result in {"fail", "unknown"} and existing.was_so(rule, finding):
                    judged = replace(judged, enforcement="advisory", existing=True)
                yield judged
        except Exception as broken:  # noqa: BLE001 - a rule that breaks must be seen, and the others must be heard
            yield _broken(rule, broken)
            return
        if not found:
            self._passed.append(rule.id)

    def _of_waivers(self, troubles: Sequence[WaiverTrouble], rule: Rule) -> Iterator[Judged | None]:
        known_before = self._gate.has_base and self._gate.existing == "report" and self._analysis.is_change
        for trouble, finding in zip(troubles, trouble_findings(troubles, rule), strict=True):
            judged = self._weighed(finding, rule.title, rule.explain, rule.fix, rule)
            if judged and known_before and not trouble.is_new:
                judged = replace(judged, enforcement="advisory", existing=True)
            yield judged
        if not troubles:
            self._passed.append(rule.id)

    def _by_own_rules(self) -> Iterator[Judged | None]:
        from glbr.review.gate.user_rule_run import user_findings

        rules = [rule for rule in self._gate.user_rules if self._level(rule.id, rule.how_bad) != "off"]
        found = list(user_findings(rules, self._analysis.model))
        was_so = self._own_rules_before(found)
        for rule, finding, broke in found:
            judged = self._weighed(finding, rule.title, rule.explain, rule.fix)
            if judged and broke:
                judged = replace(judged, result="error", enforcement="hard")
            elif judged and judged.result != "waived" and (rule.id, finding.key, finding.verdict) in was_so:
                judged = replace(judged, enforcement="advisory", existing=True)
            yield judged
        failed = {rule.id for rule, *_ in found}
        self._passed += [rule.id for rule in rules if rule.id not in failed]

    def _own_rules_before(
        self, found: Sequence[tuple["UserRule", Finding, bool]]
    ) -> frozenset[tuple[str, str, Verdict]]:
        """Rules of the team's own that say the same of objects that the change leaves alone as they said before it."""
        from glbr.review.gate.user_rule_run import user_findings

        if not self._existing.counts_less or any(broke for *_, broke in found):
            return frozenset()
        of_objects = [(rule, finding) for rule, finding, _ in found if rule.kind not in {"changes", "model"}]
        same = {(rule.id, finding.key): rule for rule, finding in of_objects if self._existing.is_left_alone(finding)}
        rules = list({rule.id: rule for rule in same.values()}.values())
        earlier = user_findings(rules, before_alone(self._analysis.model)) if rules else ()
        told = {(rule.id, finding.key, finding.verdict) for rule, finding, broke in earlier if not broke}
        return frozenset(one for one in told if one[:2] in same)

    @cached_property
    def _objectives(self) -> Objectives:
        return Objectives(self._gate, self._analysis)

    @cached_property
    def _existing(self) -> Existing:
        return Existing(self._gate, self._analysis)

    def _applies(self, rule: Rule) -> bool:
        """Whether there is anything that a rule could look at."""
        if rule.mode == "change" and not self._analysis.is_change:
            return False
        sides = (self._analysis.model.before, self._analysis.model.after)
        of_kind = {
            "store": any(side.stores for side in sides),
            "policy": any(side.policies for side in sides),
            "group": any(side.groups for side in sides),
            "job": any(side.jobs for side in sides),
        }
        return any(of_kind.get(kind, True) for kind in rule.applies_to)

    def _level(self, rule: str, severity: Severity) -> Level:
        return self._gate.pack.level(rule, severity, self._gate.settings.enforcement)

    def _weighed(self, finding: Finding, title: str, explain: str, fix: str, rule: Rule | None = None) -> Judged | None:
        """What the gate makes of a finding; None for one whose rule is off."""
        level = self._level(finding.rule, finding.severity)
        if level == "off":
            return None
        enforcement: Enforcement = "hard" if _must_not_be(finding, self._gate.wishes.fail_on) else level
        if finding.verdict == "unknown" and self._gate.unknown == "pass-advisory":
            enforcement = "advisory"
        grave = enforcement == "hard" or finding.severity is Severity.CRITICAL
        waiver = self._waivers.covering(finding, grave=grave)
        location = self._analysis.model.locations.get(finding.key)
        result = finding.verdict if waiver is None else "waived"
        return Judged(finding, result, enforcement, title, explain, fix, rule, waiver, location)


def _sorted_by_branch(
    carried: tuple[Waiver, ...], gate: Gate, base_waivers: Callable[[], tuple[Waiver, ...]]
) -> tuple[tuple[Waiver, ...], tuple[Waiver, ...]]:
    """Waivers that count, and those that will when they are merged. Those that travel with a configuration are sorted, too."""
    if not gate.has_base or not carried:
        return (*gate.waivers, *carried), gate.unmerged
    merged = {same_waiver(waiver) for waiver in (*gate.waivers, *base_waivers())}
    old = tuple(waiver for waiver in carried if same_waiver(waiver) in merged)
    return (*gate.waivers, *old), (*gate.unmerged, *(waiver for waiver in carried if waiver not in old))


def _must_not_be(finding: Finding, fail_on: tuple[str, ...]) -> bool:
    """Whether `--fail-on` names the rule of a finding, its direction or a milder one, or its severity or a milder one."""
    if finding.rule in fail_on:
        return True
    if any(finding.direction >= Direction[word.upper()] for word in fail_on if word in DIRECTIONS):
        return True
    return any(finding.severity >= Severity[word.upper()] for word in fail_on if word in SEVERITIES)


def _broken(rule: Rule, fault: Exception) -> Judged:
    message = f"The rule broke on this input ({type(fault).__name__}), so what it looks for has not been judged"
    finding = Finding(rule.id, "unknown", rule.severity, Direction.NEUTRAL, "plan", "", "the review itself", message)
    finding = replace(finding, resolve="Report it, with the plan's kinds of objects. A gate can turn the rule off.")
    return Judged(finding, "error", "hard", rule.title, rule.explain, rule.fix, rule)
