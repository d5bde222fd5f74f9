"""Acknowledging what a rule finds: where it is written, where it is found, how long it holds, and what is refused."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from inspect import signature
from pathlib import Path
from typing import Any, get_args

import pytest
from constructs import Construct

from construct_samples import checks
from glbr.cli.command import run
from glbr.review.rules.catalogue import catalogue
from glbr_constructs import (
    App,
    Daily,
    GlbrProvider,
    ProtectionChecks,
    ProtectionPolicy,
    ProtectionStore,
    Refused,
    StoreOnce,
    TerraformStack,
    VirtualMachine,
    acknowledge,
)
from glbr_constructs.cdk import cdk
from glbr_constructs.checks.review_terms import RuleId
from plans import change, plan, store

TODAY = date(2026, 11, 23)
REASON = "It goes with the next change."
FORCE: dict[str, Any] = {"rule": "DP-LOSS-003", "reason": REASON, "until": "2027-01-31", "owner": "ana", "value": "on"}


@pytest.fixture
def app(tmp_path: Path) -> App:
    return cdk.Testing.app(outdir=str(tmp_path))


@pytest.fixture
def clinic(app: App) -> TerraformStack:
    stack = TerraformStack(app, "clinic")
    GlbrProvider(stack, "glbr")
    return stack


@pytest.fixture
def local(clinic: TerraformStack) -> ProtectionStore:
    appliance = StoreOnce.from_storeonce_id(clinic, "main", "so-1")
    return ProtectionStore(clinic, "local", name="Local_clinic", on=appliance, force=True)


def written(app: App, kind: str, name: str) -> Any:
    file = Path(app.outdir) / "stacks" / "clinic" / "cdk.tf.json"
    return json.loads(file.read_text(encoding="utf-8"))["resource"][kind][name]["//"]


def test_everything_that_is_acknowledged_is_written_beside_the_path(app: App, local: ProtectionStore) -> None:
    local.acknowledge(**FORCE)
    acknowledge(local, "DP-PLAN-005", REASON, date(2026, 12, 31), "ben", ticket="OPS-7")
    local.acknowledge("ACME-1", REASON, datetime(2026, 12, 31, 12, tzinfo=UTC), "ben", tier="BACKUP", schedule=2)

    app.synth()

    note = written(app, "glbr_protection_store", "local")
    assert note["metadata"]["path"] == "clinic/local/Default"
    ben = {"reason": REASON, "until": "2026-12-31", "owner": "ben"}
    assert note["glbr_acknowledged"] == [
        FORCE,
        {**ben, "rule": "DP-PLAN-005", "ticket": "OPS-7"},
        {**ben, "rule": "ACME-1", "tier": "BACKUP", "schedule": 2},
    ]


@pytest.mark.parametrize(
    ("until", "why"),
    [
        ("2026-11-23", None),
        ("2027-05-22", None),
        ("2026-11-22", "it has expired on 2026-11-22"),
        ("2027-05-23", "it holds until 2027-05-23"),
    ],
)
def test_it_holds_up_to_its_day_and_for_half_a_year_at_most(
    app: App, local: ProtectionStore, until: str, why: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    local.acknowledge(**{**FORCE, "until": until})
    ProtectionChecks.baseline(today=TODAY).add_to(app)

    if why is None:
        app.synth()
        assert f"acknowledged by ana until {until}: DP-LOSS-003" in capsys.readouterr().err
        return
    with pytest.raises(RuntimeError) as stopped:
        app.synth()
    assert "at clinic/local (glbr_protection_store.local, force)" in str(stopped.value)
    assert f"acknowledged, but that does not count: {why}" in str(stopped.value)


def test_what_two_packs_refuse_is_accepted_for_both(
    app: App, clinic: TerraformStack, capsys: pytest.CaptureFixture[str]
) -> None:
    checks.protection_checks(app)
    checks.acknowledgements(clinic)

    app.synth()

    accepted = re.findall(r"\(pack (\w+)\): acknowledged by \S+ until \S+: (\S+) ", capsys.readouterr().err)
    rules = ("DP-COPY-002", "DP-LOCK-003", "DP-LOSS-003", "DP-RET-002")
    assert sorted(accepted) == [(pack, rule) for pack in ("baseline", "lab") for rule in rules]


def test_what_is_acknowledged_of_one_value_or_place_is_not_of_another(app: App, local: ProtectionStore) -> None:
    local.acknowledge(**{**FORCE, "value": "off"})
    ProtectionChecks.baseline(today=TODAY).add_to(app)

    with pytest.raises(RuntimeError, match="that does not count: it accepts off, and the finding has on"):
        app.synth()


def test_one_that_is_over_and_that_nothing_needs_any_more_is_only_said(
    app: App, local: ProtectionStore, capsys: pytest.CaptureFixture[str]
) -> None:
    local.acknowledge(**{**FORCE, "until": "2026-11-22"})
    local.resource.add_override("force", False)
    ProtectionChecks.baseline(today=TODAY).add_to(app)

    app.synth()

    said = capsys.readouterr().err
    assert "warning: protection checks (pack baseline): acknowledged in vain: DP-PLAN-009 " in said
    assert (
        "at clinic/local: The waiver of DP-LOSS-003 at glbr_protection_store.local does not hold: it has expired"
        in said
    )


def test_what_nobody_may_waive_cannot_be_acknowledged(app: App, local: ProtectionStore) -> None:
    local.acknowledge(**FORCE)
    ProtectionChecks.ransomware(today=TODAY).add_to(app)

    with pytest.raises(RuntimeError, match=r"findings of this rule cannot be waived\n *nobody can acknowledge it"):
        app.synth()


def test_one_schedule_of_several_is_acknowledged(app: App, clinic: TerraformStack, local: ProtectionStore) -> None:
    appliance = StoreOnce.from_storeonce_id(clinic, "other", "so-2")
    cloud = ProtectionStore(clinic, "cloud", name="Cloud_clinic", on=appliance, location="azure:westeurope")
    gold = ProtectionPolicy(clinic, "gold", name="gold")
    first = gold.add_backup(Daily.at("01:30").keep(years=1).lock(days=1), to=local)
    second = gold.add_backup(Daily.at("02:30").keep(years=1).lock(days=1), to=local)
    gold.add_cloud_backup(Daily.at("03:30").keep(weeks=6).lock(weeks=4), to=cloud, source=second)
    gold.protect(VirtualMachine.from_virtual_machine_id(clinic, "erp", "vm-1"))
    local.acknowledge(**FORCE)
    gold.acknowledge("DP-LOCK-005", REASON, "2027-01-31", "ana", tier="BACKUP", schedule=first.schedule_id)
    ProtectionChecks.baseline(today=TODAY, fail_on=["DP-LOCK-005"]).add_to(app)

    with pytest.raises(RuntimeError) as stopped:
        app.synth()

    assert "1 finding must" in str(stopped.value)
    assert f"schedule={second.schedule_id})" in str(stopped.value)


@pytest.mark.parametrize("reads", ["the configuration", "a plan"])
def test_the_review_takes_it_for_what_it_is(
    app: App, local: ProtectionStore, tmp_path: Path, capsys: pytest.CaptureFixture[str], reads: str
) -> None:
    until = datetime.now(UTC).date() + timedelta(days=30)
    local.acknowledge(**{**FORCE, "until": until})
    app.synth()
    folder = tmp_path / "stacks" / "clinic"
    was, will = (store("Local_clinic", "store-1", force=force) for force in (False, True))
    (tmp_path / "plan.json").write_bytes(plan(change("glbr_protection_store.local", was, will)))
    review = ["review", str(folder)] if reads == "the configuration" else ["review", str(tmp_path / "plan.json")]
    review += ["--json", *(["--sources", str(folder)] if reads == "a plan" else [])]

    holds, report = run(review), json.loads(capsys.readouterr().out)
    text = (folder / "cdk.tf.json").read_text(encoding="utf-8")
    (folder / "cdk.tf.json").write_text(text.replace(str(until), "2026-01-31"), encoding="utf-8")
    expired = run(review)

    found = [one for one in report["findings"] if one["rule"] == "DP-LOSS-003"]
    assert (holds, expired) == (0, 2)
    assert [(one["result"], one["waiver"]["owner"]) for one in found] == [("waived", "ana")]


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "rule": ({"rule": "DP-LOSS-03"}, r"there is no rule 'DP-LOSS-03'\. Did you mean DP-LOSS-003.*--list-rules"),
    "rule with another form": (
        {"rule": "lock removed"},
        r"there is no rule 'lock removed'\. `glbr review --list-rules`",
    ),
    "reason": ({"reason": " fine    "}, r"the reason says too little\. Given: ' fine .* in 10 characters or more"),
    "until": ({"until": "next week"}, r"until='next week' is no day\. Allowed: a date, or text such as '2027-01-31'"),
    "owner": ({"owner": " "}, r"there is no owner\. Given: ' '\. Name who answers for it"),
    "tier": ({"tier": "CLOUD"}, r"there is no kind of copy 'CLOUD'\. Allowed: .*CLOUD_BACKUP"),
    "value": ({"value": "${var.lock}"}, r"value holds a value that only Terraform knows\. Write out what is accepted"),
    "ticket": ({"ticket": 4711}, r"ticket=4711 is no text\. Write it as text"),
    "schedule": ({"schedule": 0}, r"schedule=0 is no number of a schedule\. Allowed: 1 and more, or none"),
    "schedule as text": ({"schedule": "2"}, r"schedule='2' is no number of a schedule"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arguments_are_refused_where_they_are_written(local: ProtectionStore, name: str) -> None:
    wrong, message = WRONG[name]

    for call in (local.acknowledge, lambda **given: acknowledge(local.resource, **given)):
        with pytest.raises(Refused, match=f"(?s)^acknowledging .* at clinic/local.*{message}"):
            call(**{**FORCE, **wrong})


def test_every_argument_has_a_wrong_value_in_these_tests() -> None:
    tried = {name.split(" ")[0] for name in WRONG}

    assert set(signature(ProtectionStore.acknowledge).parameters) - {"self"} == tried
    assert set(signature(acknowledge).parameters) - {"construct"} == tried


def test_the_same_is_acknowledged_once(local: ProtectionStore) -> None:
    local.acknowledge(**FORCE)

    with pytest.raises(
        Refused, match=r"it is acknowledged there already, by ana until 2027-01-31\. Keep one of the two"
    ):
        acknowledge(local.resource, **{**FORCE, "owner": "ben"})


def test_it_is_accepted_where_something_is_made_and_nowhere_wider(
    clinic: TerraformStack, local: ProtectionStore
) -> None:
    nothing = Construct(clinic, "nothing")
    known = ProtectionStore.from_protection_store_id(clinic, "known", "store-1")
    text: Any = "clinic/local"

    with pytest.raises(
        Refused, match=r"at clinic: it holds 1 resource\(s\)\. Acknowledge it where it is accepted: clinic/local"
    ):
        acknowledge(clinic, **FORCE)
    for empty, path in ((nothing, "clinic/nothing"), (known, "clinic/known")):
        place: Any = empty
        with pytest.raises(Refused, match=f"at {path}: it makes nothing at HPE"):
            acknowledge(place, **FORCE)
    with pytest.raises(Refused, match="at 'clinic/local': that is no construct"):
        acknowledge(text, **FORCE)


def test_completion_offers_every_rule_there_is() -> None:
    assert list(get_args(RuleId)) == list(catalogue())
