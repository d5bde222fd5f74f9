"""Checks at synthesis: what stops it, what is only said, and what is judged."""

import gc
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsii
import pytest

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
    Weekly,
)
from glbr_constructs.cdk import cdk

TODAY = date(2026, 11, 23)


@pytest.fixture
def app(tmp_path: Path) -> App:
    return cdk.Testing.app(outdir=str(tmp_path))


class Clinic(TerraformStack):
    """Two stores, a policy that backs up to both, and a job: what no pack stops, unless something is left out."""

    def __init__(
        self, app: App, name: str = "clinic", *, force: bool = False, weeks_locked: int = 4, off_site: bool = True
    ) -> None:
        super().__init__(app, name)
        GlbrProvider(self, "glbr")
        appliance = StoreOnce.from_storeonce_id(self, "main", "so-1")
        self.local = ProtectionStore(self, "local", name="Local_clinic", on=appliance, force=force)
        self.gold = ProtectionPolicy(self, "gold", name="gold")
        daily = Daily.at("01:30").keep(weeks=6)
        self.backups = self.gold.add_backup(daily.lock(weeks=weeks_locked) if weeks_locked else daily, to=self.local)
        if off_site:
            cloud = ProtectionStore(self, "cloud", name="Cloud_clinic", on=appliance, location="azure:westeurope")
            self.gold.add_cloud_backup(Weekly.on("sunday").keep(months=6), to=cloud, source=self.backups)
        self.gold.protect(VirtualMachine.from_virtual_machine_id(self, "erp", f"vm-of-{name}"))


def stopped(app: App) -> str:
    with pytest.raises(RuntimeError) as raised:
        app.synth()
    return str(raised.value)


def test_what_blocks_stops_synthesis_and_tells_where_what_and_what_to_do(app: App) -> None:
    ProtectionChecks.baseline(today=TODAY).add_to(app)
    Clinic(app, force=True)

    said = stopped(app)

    assert "Protection checks (pack baseline): 1 finding must be mended or acknowledged." in said
    assert "DP-LOSS-003 Guard against destruction disarmed (critical)" in said
    assert "at clinic/local (glbr_protection_store.local, force)" in said
    assert "found: Store Local_clinic gets force = true" in said
    assert "cure: Remove the flag, or set it to false." in said
    assert '.acknowledge("DP-LOSS-003", reason=..., until="2027-02-21", owner=..., value="on")' in said


def test_what_needs_approval_stops_synthesis_and_advice_is_only_said(
    app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    Clinic(app, weeks_locked=0, off_site=False)
    ProtectionChecks("lab", today=TODAY).add_to(app)

    app.synth()
    said = capsys.readouterr().err
    ProtectionChecks.baseline(today=TODAY).add_to(app)
    refused = stopped(app)

    burnt = "No copy is off-site"
    assert f"info: protection checks (pack lab): advice: DP-COPY-002 No off-site copy, at clinic/gold: {burnt}" in said
    assert "(pack baseline): 2 findings must be mended or acknowledged." in refused
    assert "DP-COPY-002 No off-site copy (high)\n" in refused
    assert "DP-LOCK-003 No immutable copy (high)\n" in refused


def test_each_pack_stops_what_it_holds_to_be_wrong(app: App) -> None:
    Clinic(app, weeks_locked=1)
    ProtectionChecks.baseline(today=TODAY).add_to(app)

    app.synth()
    ProtectionChecks.ransomware(today=TODAY).add_to(app)
    refused = stopped(app)

    assert "(pack baseline)" not in refused
    assert "DP-LOCK-003 No immutable copy (high)" in refused
    assert "at least 14 days is wanted" in refused


def test_every_finding_is_told_once_and_in_one_go(app: App) -> None:
    ProtectionChecks.ransomware(today=TODAY).add_to(app)
    Clinic(app, "north", force=True, weeks_locked=0, off_site=False)
    Clinic(app, "south", weeks_locked=0, off_site=False)

    said = stopped(app)

    assert "7 findings must be" in said
    assert re.findall(r"(DP-\S+) [A-Z]", said) == ["DP-LOSS-003", "DP-COPY-002", "DP-LOCK-003", "DP-COPY-004"]
    places = {path: said.count(f"at {path} (") for path in ("north/local", "north/gold", "south/gold", "south/local")}
    assert places == {"north/local": 1, "north/gold": 3, "south/gold": 3, "south/local": 0}
    assert "module." not in said


def test_many_findings_of_one_rule_are_a_line_each(app: App) -> None:
    stack = Clinic(app, weeks_locked=0, off_site=False)
    for number in range(20):
        policy = ProtectionPolicy(stack, f"p{number}", name=f"p{number}")
        policy.add_backup(Daily.at("01:30").keep(weeks=6), to=stack.local)
        policy.protect(VirtualMachine.from_virtual_machine_id(stack, f"vm{number}", f"vm-{number}"))
    ProtectionChecks.ransomware(today=TODAY).add_to(app)

    said = stopped(app)

    assert said.count("at clinic/p17: not locked") == 1
    assert said.count("cure:") == 3
    assert len(said) < 8_000


def test_checks_on_a_stack_judge_it_wherever_the_cdk_validates(app: App) -> None:
    stack = Clinic(app, force=True)
    cdk.Aspects.of(stack).add(ProtectionChecks.baseline(today=TODAY))

    with pytest.raises(RuntimeError, match=r"DP-LOSS-003.*\n *at clinic/local"):
        cdk.Testing.synth(stack, True)
    assert "DP-LOSS-003" in stopped(app)
    assert stopped(app).count("at clinic/local") == 1


@pytest.mark.parametrize("judge_all", [True, False])
def test_what_other_aspects_change_is_judged_as_they_leave_it(app: App, judge_all: bool) -> None:
    @jsii.implements(cdk.IAspect)
    class NoForce:
        def visit(self, node: Any) -> None:
            if isinstance(node, ProtectionStore):
                node.resource.add_override("force", False)

    stack = Clinic(app, force=True)
    ProtectionChecks.baseline(today=TODAY).add_to(app if judge_all else stack)
    cdk.Aspects.of(stack).add(NoForce())

    app.synth()

    Clinic(app, "other", force=True)
    ProtectionChecks.baseline(today=TODAY).add_to(app)
    assert "at other/local" in stopped(app)


@pytest.mark.parametrize("judge_all", [True, False])
def test_a_store_of_another_stack_is_known(app: App, judge_all: bool, capsys: pytest.CaptureFixture[str]) -> None:
    shared = TerraformStack(app, "stores.eu")
    GlbrProvider(shared, "glbr")
    appliance = StoreOnce.from_storeonce_id(shared, "main", "so-1")
    cloud = ProtectionStore(shared, "cloud", name="Cloud", on=appliance, location="azure:westeurope", force=True)
    stack = Clinic(app, weeks_locked=0, off_site=False)
    stack.gold.add_cloud_backup(Weekly.on("sunday").keep(months=6).lock(weeks=4), to=cloud, source=stack.backups)
    ProtectionChecks.ransomware(today=TODAY).add_to(app if judge_all else stack)

    said = stopped(app) if judge_all else (app.synth(), capsys.readouterr().err)[1]

    assert "DP-COPY-002" not in said, "there is an off-site copy, as the other stack tells"
    assert "cannot be told" not in said
    assert ("stores.eu/cloud" in said) is judge_all, "the other stack is judged by those alone who asked for it"


def test_what_only_a_plan_can_tell_stops_nothing_and_passes_nothing(
    app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    stack = Clinic(app, off_site=False)
    lock = cdk.TerraformVariable(stack, "lock", type="string")
    stack.gold.resource.add_override("protections.0.schedules.0.lock_for", lock.string_value)
    cloud = ProtectionStore.from_protection_store_name(stack, "cloud", "Cloud")
    stack.gold.add_cloud_backup(Weekly.on("sunday").keep(months=6), to=cloud)
    ProtectionChecks.ransomware(today=TODAY).add_to(app)

    app.synth()

    said = capsys.readouterr().err
    assert re.search(r"warning: .*not decided here, a review of the plan decides: DP-LOCK-003 .*at clinic/gold", said)


def test_checks_that_judge_nothing_say_so(app: App, capsys: pytest.CaptureFixture[str]) -> None:
    Clinic(app, force=True)
    cdk.Aspects.of(app).add(ProtectionChecks.baseline())
    app.synth()
    quiet = ProtectionChecks.baseline().add_to(app)
    idle = ProtectionChecks.baseline()

    del idle, quiet
    gc.collect()

    said = capsys.readouterr().err
    assert said.count("ProtectionChecks were made and judged nothing.") == 1
    assert "use ProtectionChecks.baseline().add_to(app)" in said


def test_settings_and_waivers_are_those_of_the_review(app: App, tmp_path: Path) -> None:
    settings = tmp_path / "glbr-review.yaml"
    settings.write_text(
        "pack: lab\n"
        "enforcement: {DP-LOSS-003: hard, DP-LOCK-003: hard}\n"
        "parameters: {DP-LOCK-003: {at_least: 5 weeks}}\n"
        "waivers:\n"
        "  - {rule: DP-LOSS-003, address: glbr_protection_store.local, value: 'on', reason: it goes next week,\n"
        "     owner: ana, until: 2026-12-31}\n"
    )
    ProtectionChecks(settings=settings, today=TODAY).add_to(app)
    Clinic(app, force=True)

    said = stopped(app)

    assert "(pack lab): 1 finding" in said
    assert "the longest lock of a backup is 4 weeks, and at least 5 weeks is wanted" in said


@pytest.mark.parametrize(
    ("fail_on", "stops", "is_said"),
    [("DP-PLAN-005", "DP-PLAN-005", "DP-COPY-002"), ("high", "DP-COPY-002", "DP-PLAN-005")],
)
def test_advice_can_be_made_to_stop(
    app: App, fail_on: str, stops: str, is_said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ProtectionChecks("lab", fail_on=[fail_on], today=TODAY).add_to(app)
    Clinic(app, off_site=False)

    refused = stopped(app)

    assert f"{stops} " in refused
    assert is_said not in refused
    assert f"advice: {is_said} " in capsys.readouterr().err


def test_what_is_written_as_hcl_is_judged_too(tmp_path: Path) -> None:
    app = App(outdir=str(tmp_path), hcl_output=True)
    ProtectionChecks.baseline(today=TODAY).add_to(app)
    Clinic(app, force=True)

    assert "at clinic/local" in stopped(app)


def test_a_file_that_is_not_of_this_run_is_not_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_node_sees_it = os.path.relpath(tmp_path / "out")
    entered = tmp_path.joinpath(*["deep"] * as_node_sees_it.count(".."))
    stale = Path(os.path.normpath(entered / as_node_sees_it)) / "stacks" / "clinic" / "cdk.tf.json"
    for folder in (entered, stale.parent):
        folder.mkdir(parents=True)
    stale.write_text('{"terraform": {"required_providers": {"glbr": {"source": "glbr/glbr"}}}}')
    os.utime(stale, (0, 0))
    app = App(outdir=as_node_sees_it)
    ProtectionChecks.baseline(today=TODAY).add_to(app)
    Clinic(app, force=True)
    monkeypatch.chdir(entered)

    assert "at clinic/local" in stopped(app)


def test_a_program_with_nothing_to_protect_is_no_pass(app: App) -> None:
    TerraformStack(app, "empty")
    ProtectionChecks.baseline(today=TODAY).add_to(app)

    assert "there is nothing to review" in stopped(app)


def test_an_aspect_belongs_to_a_stack(app: App) -> None:
    stack = Clinic(app)
    cdk.Aspects.of(stack.gold).add(ProtectionChecks.baseline())

    with pytest.raises(
        RuntimeError, match="adding ProtectionChecks to clinic/gold: an Aspect of this kind belongs to a"
    ):
        app.synth()


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "pack": ({"pack": "basline"}, r"There is no pack basline\. Did you mean baseline\?"),
    "settings": ({"settings": "no-such-folder/glbr-review.yaml"}, "no-such-folder/glbr-review.yaml: No such file"),
    "fail_on": ({"fail_on": ["hgih"]}, r"fail_on does not know hgih\. Did you mean high\?"),
    "fail_on as one text": ({"fail_on": "high"}, r"fail_on='high' is one text\. Write a list: \['high'\]"),
    "today": ({"today": "2026-11-23"}, r"today='2026-11-23' is no day\. Write one such as date\("),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_arguments_are_refused_where_they_are_written(name: str) -> None:
    arguments, message = WRONG[name]

    with pytest.raises(Refused, match=f"making ProtectionChecks: .*{message}"):
        ProtectionChecks(**arguments)


@pytest.mark.parametrize("preset", ["baseline", "ransomware"])
@pytest.mark.parametrize("name", [name for name in WRONG if name != "pack"])
def test_presets_refuse_them_as_well(preset: str, name: str) -> None:
    arguments, message = WRONG[name]

    with pytest.raises(Refused, match=message):
        getattr(ProtectionChecks, preset)(**arguments)


def test_every_argument_has_a_wrong_value_in_these_tests() -> None:
    from inspect import signature

    assert set(signature(ProtectionChecks).parameters) == {name.split(" ")[0] for name in WRONG}


@pytest.mark.parametrize(("scope", "called"), [("gold", "clinic/gold"), (None, "None")])
def test_checks_go_to_an_application_or_a_stack(app: App, scope: str | None, called: str) -> None:
    wrong: Any = getattr(Clinic(app), scope) if scope else None

    with pytest.raises(Refused, match=f"to {called}: it is neither an App nor a TerraformStack. Use ProtectionChecks"):
        ProtectionChecks.baseline().add_to(wrong)
