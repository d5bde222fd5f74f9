"""The gate's settings: what a file may say, what it may not, and which branch's file counts."""

from pathlib import Path

import pytest

from glbr.review.gate.gate import Gate, Wishes, gate
from glbr.review.problem import ReviewProblem

NO_WISHES = Wishes()

GOOD = """
pack: baseline
enforcement: {DP-COV-006: off, high: hard}
parameters:
  DP-LOCK-003: {at_least: 14 days}
require_approval: destructive
unknown: pass-advisory
existing: enforce
zone: Europe/Berlin
longest_lock: {Cloud_eastus2: 1 year}
documentation: https://docs.example/rules/
waivers:
  - rule: DP-RET-002
    address: glbr_protection_policy.gold
    value: 2 weeks
    reason: the old array is switched off
    owner: storage-team
    until: 2027-01-31
"""


@pytest.fixture
def written(tmp_path: Path):
    """Writes a file of settings and puts the gate together."""

    def write(text: str, wishes: Wishes = NO_WISHES) -> Gate:
        file = tmp_path / "glbr-review.yaml"
        file.write_text(text)
        return gate(file, wishes=wishes)

    return write


def test_without_a_file_the_pack_baseline_decides():
    found = gate()

    assert found.pack.name == "baseline"
    assert (found.require_approval, found.unknown, found.existing) == ("weakening", "fail", "report")
    assert found.source == "defaults"
    assert str(found.zone) == "UTC"


def test_a_file_is_read_in_full(written):
    found = written(GOOD)

    assert found.settings.enforcement == {"DP-COV-006": "off", "high": "hard"}
    assert found.settings.parameters == {"DP-LOCK-003": {"at_least": "14 days"}}
    assert (found.require_approval, found.unknown, found.existing) == ("destructive", "pass-advisory", "enforce")
    assert str(found.zone) == "Europe/Berlin"
    assert [(waiver.until, waiver.written_in) for waiver in found.waivers] == [("2027-01-31", "glbr-review.yaml")]


def test_an_empty_file_changes_nothing(written):
    assert written("").settings == gate().settings


def test_the_command_line_comes_before_the_file(written):
    found = written(GOOD, Wishes(require_approval="never", unknown="fail", pack="lab"))

    assert (found.require_approval, found.unknown, found.pack.name) == ("never", "fail", "lab")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pak: lab", "pak: there is no such name|Did you mean pack?"),
        ("pack: 3", "pack: it should be a valid string|Given: 3."),
        ("pack: labb", "There is no pack labb|Did you mean lab?"),
        ("enforcement: {DP-LOCK-001: hrd}", 'enforcement.DP-LOCK-001: the value is not allowed|Given: "hrd".'),
        ("enforcement: {DP-LOCK-01: hard}", "enforcement.DP-LOCK-01: there is no such rule|Did you mean DP-LOCK-001?"),
        ("enforcement: {hihg: hard}", "enforcement.hihg: there is no such rule or severity|Did you mean high?"),
        ("enforcement: [hard]", "enforcement: a mapping is expected|"),
        ("parameters: {DP-LOCK-003: {at_leest: 1 day}}", "there is no such parameter|Did you mean at_least?"),
        ("parameters: {DP-LOCK-003: {at_least: soon}}", "it is no period|'soon'"),
        ("parameters: {DP-LOCK-003: {at_least: 7}}", "a text is expected|Given: 7."),
        ("parameters: {DP-LOCK-033: {at_least: 1 day}}", "there is no such rule|DP-LOCK-00"),
        ("objectives: {gold: {DP-LOCK-003: {at_least: soon}}}", "objectives.gold.DP-LOCK-003.at_least|soon"),
        ("require_approval: sometimes", "require_approval: the value is not allowed|`weakening`"),
        ("unknown: pass", "unknown: the value is not allowed|`pass-advisory`"),
        ("zone: Europe/Nowhere", "zone: there is no such zone|Europe/Berlin"),
        ("zone: ../../etc/passwd", "zone: there is no such zone|Europe/Berlin"),
        ("longest_lock: {Cloud: never}", "longest_lock.Cloud: it is not a period|'never'"),
        ("documentation: docs/", "documentation: it is not an address|https://"),
        ("user_rules: own.yaml", "user_rules: a list is expected|"),
        ("user_rules: [nowhere.yaml]", "nowhere.yaml: No such file|path"),
        ("waiver_files: [nowhere.yaml]", "nowhere.yaml: No such file|path"),
        ("waivers: [{rule: DP-RET-002}]", "waivers[0].address: it is missing|"),
        ("waivers: [{rule: DP-RET-002, address: x, raeson: y}]", "waivers[0].raeson: there is no such name|reason"),
        ("- pack", "a mapping is expected|"),
        ("pack: [", "it is not valid YAML (line|"),
        ("pack: lab\npack: baseline", "the key 'pack' stands twice|"),
        ('pack: "\x1b[31m"', "it is not valid YAML|"),
        ("{[a]: b}", "it is not valid YAML|a key has to be a text"),
        ("[" * 200_000, "nested too deeply|"),
        ("pack: !!python/object/apply:os.system [id]", "it is not valid YAML|could not determine a constructor"),
        (
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(
                f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
                for old, new in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            "too much in it|",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_is_allowed(written, text, told):
    with pytest.raises(ReviewProblem) as refused:
        written(text)

    summary, _, detail = told.partition("|")
    whole = f"{refused.value.summary}\n{refused.value.detail}"
    assert summary in whole
    assert detail in whole
    assert "\n" not in refused.value.summary


def test_every_mistake_is_told_at_once(written):
    with pytest.raises(ReviewProblem, match="and 2 more") as refused:
        written("pak: lab\nunknown: maybe\nrequire_approval: yes")

    assert "unknown: the value is not allowed" in refused.value.detail


def test_off_and_times_are_words(written):
    assert written("enforcement: {DP-COV-006: off}").settings.enforcement == {"DP-COV-006": "off"}
    with pytest.raises(ReviewProblem, match="zone"):
        written("zone: 01:30")


def test_a_file_that_is_too_large_is_refused(written):
    with pytest.raises(ReviewProblem, match="too large"):
        written("# " + "x" * 1_100_000)


@pytest.mark.parametrize("word", ["weakning", "DP-LOCK-01", "severe"])
def test_fail_on_takes_directions_severities_and_rules_only(word):
    with pytest.raises(ReviewProblem, match=f"--fail-on does not know {word}") as refused:
        gate(wishes=Wishes(fail_on=(word,)))

    assert "weakening, destructive" in refused.value.detail


@pytest.fixture
def branches(tmp_path: Path):
    """A folder for the base branch, and one for the change under review."""
    for name in ("base", "head"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_the_settings_of_the_base_branch_count_and_the_changes_own_do_not(branches):
    (branches / "base/glbr-review.yaml").write_text("pack: baseline\nuser_rules: []")
    (branches / "head/glbr-review.yaml").write_text("pack: lab\nunknown: pass-advisory")

    found = gate(branches / "head/glbr-review.yaml", branches / "base")

    assert (found.pack.name, found.unknown, found.require_approval) == ("baseline", "fail", "weakening")
    assert found.source == "base branch (glbr-review.yaml); other settings in this change do not count yet"


def test_the_first_settings_of_all_count_once_they_are_merged(branches):
    (branches / "head/glbr-review.yaml").write_text("pack: lab")

    found = gate(branches / "head/glbr-review.yaml", branches / "base")

    assert found.pack.name == "baseline"
    assert found.source.startswith("base branch (defaults, for it has no glbr-review.yaml)")


def test_a_base_file_that_is_named_has_to_be_there(branches):
    with pytest.raises(ReviewProblem, match="No such file"):
        gate(None, branches / "base/gate.yaml")


def test_the_same_settings_on_both_branches_are_not_called_different(branches):
    for name in ("base", "head"):
        (branches / name / "glbr-review.yaml").write_text(GOOD)

    found = gate(branches / "head/glbr-review.yaml", branches / "base")

    assert found.source == "base branch (glbr-review.yaml)"
    assert len(found.waivers) == 1
    assert not found.unmerged


def test_a_waiver_that_only_the_change_has_is_kept_apart(branches):
    (branches / "base/glbr-review.yaml").write_text(GOOD)
    (branches / "head/glbr-review.yaml").write_text(GOOD.replace("2027-01-31", "2027-03-31"))

    found = gate(branches / "head/glbr-review.yaml", branches / "base")

    assert [waiver.until for waiver in found.waivers] == ["2027-01-31"]
    assert [waiver.until for waiver in found.unmerged] == ["2027-03-31"]
