import re
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import report_parts
import reports
from glbr.protection.direction import Direction
from glbr.protection.setting import Setting, known
from glbr.review.rules.finding import Severity
from glbr.review.views import flow
from glbr.review.views.markdown import AZURE_DEVOPS, BITBUCKET, GITHUB, GITHUB_SUMMARY, GITLAB, LEAST, markdown
from glbr.review.views.marker import Marker

READER = MarkdownIt("commonmark", {"html": True}).enable("table")
OURS = re.compile(
    r"<!-- glbr-review [!-~ ]* -->|<details><summary>[^<>&@`]*</summary>|</details>|</?sub>",
)


def cells(row):
    """How many cells a row of a table has, as GitHub counts them."""
    return len(re.findall(r"(?<!\\)\|", row)) - 1


def assert_sound(text, limit):
    """What holds for every comment, whatever somebody called his machines."""
    assert len(text) <= limit
    assert len(text.encode("utf-16-le")) // 2 <= limit
    assert Marker.read(text.splitlines()[0]) is not None
    assert text.count("<details>") == text.count("</details>")
    assert text.count("```") % 2 == 0
    for is_table, lines in groupby(text.splitlines(), key=lambda line: line.startswith("|")):
        if is_table:
            heading, separator, *rows = lines
            assert re.fullmatch(r"\|(---\|)+", separator)
            assert rows
            assert {cells(row) for row in rows} == {cells(heading)} == {cells(separator)}
    for token in READER.parse(text):
        if token.type == "html_block":
            assert OURS.sub("", token.content).strip() == ""
        for child in token.children or ():
            assert child.type != "image"
            if child.type == "html_inline":
                assert OURS.fullmatch(child.content)
            if child.type == "link_open":
                assert child.attrs["href"].startswith(("https://docs.example/rules/", "https://ci.example/"))
        if token.type == "inline":
            seen = "".join(child.content for child in token.children or () if child.type in {"text", "text_special"})
            assert not re.search(r"@\w|(?<![\w&])[#!]\w|https?://\w|www\.\w", seen)


@pytest.mark.parametrize("name", reports.EVERY)
@pytest.mark.parametrize("limit", [LEAST, BITBUCKET, GITHUB, GITLAB])
def test_every_comment_is_sound(name, limit):
    assert_sound(markdown(reports.EVERY[name](), limit=limit, run_url="https://ci.example/run/1"), limit)


NAMES = st.one_of(
    st.sampled_from(report_parts.HOSTILE), st.text(max_size=60), st.text("|`<>@[]()#!*_~-&\\\n ", max_size=300)
)


@st.composite
def any_report(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=4))
    count = draw(st.one_of(st.integers(0, 40), st.sampled_from((400, 3000))))
    report = reports.hostile(names)
    kept = draw(st.sets(st.sampled_from(tuple(Severity)), min_size=1))
    made = [one for one in report.judged if one.finding.severity in kept or one.result == "waived"]
    many = tuple(
        replace(one, finding=replace(one.finding, key=str(place), direction=draw_direction(place)))
        for place, one in ((place, made[place % len(made)]) for place in range(count if made else 0))
    )
    return replace(report, judged=many)


def draw_direction(place):
    return tuple(Direction)[place % 5]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(any_report(), st.sampled_from((LEAST, BITBUCKET, GITHUB)))
def test_no_comment_is_too_long_or_broken_whatever_is_in_it(report, limit):
    assert_sound(markdown(report, limit=limit, run_url="https://ci.example/run/1"), limit)


def test_the_limits_are_those_of_the_hosts():
    assert (GITHUB, BITBUCKET, AZURE_DEVOPS) < (65_536, 32_768, 150_000)
    assert GITHUB_SUMMARY < 1024 * 1024
    assert GITLAB < 1_000_000
    with pytest.raises(ValueError, match="the least is"):
        markdown(reports.clean(), limit=LEAST - 1)


def test_characters_of_two_utf_16_units_count_twice():
    report = reports.hostile(["🗄" * 500] * 60)
    text = markdown(report)
    assert len(text.encode("utf-16-le")) // 2 <= GITHUB
    assert len(text) < GITHUB * 0.9


def test_a_change_that_harms_nobody_says_so_in_its_headline():
    text = markdown(reports.strengthening())
    assert text.splitlines()[1] == "### ✅ Data protection: clean – Protection gets stronger for 16 VMs"  # noqa: RUF001
    assert "| ✅ clinic · snapshot · 12 assets | kept 3 days | kept 7 days | ✅ stronger |" in text


def test_the_table_has_at_most_ten_rows_worst_first():
    table = markdown(reports.enormous(60, 10)).partition("\n\n1")[0]
    assert len(re.findall(r"^\| [^W]", table, flags=re.MULTILINE)) == 10
    rows = [line for line in markdown(reports.blocked()).splitlines() if line.startswith("| ")]
    assert "DP-COPY-002" in rows[1]
    assert "[DP-COPY-002](https://docs.example/rules/DP-COPY-002) blocks" in rows[1]


def opened(text):
    """What is seen without opening anything."""
    return re.sub(r"<details>.*?</details>", "", text, flags=re.DOTALL)


def test_what_is_lost_or_destroyed_is_never_folded():
    seen = opened(markdown(reports.blocked()))
    assert "12 VMs of group clinic lose their off-site copy" in seen
    assert "- ⛔ `glbr_protection_store.cloud`: **destroyed**" in seen
    assert "- ⛔ `glbr_protection_store.local`: **replaced** because of `storage_system_id`" in seen


@pytest.mark.parametrize(
    ("severity", "direction", "is_open"),
    [
        (Severity.LOW, Direction.DESTRUCTIVE, True),
        (Severity.CRITICAL, Direction.WEAKENING, True),
        (Severity.HIGH, Direction.WEAKENING, False),
    ],
)
def test_only_what_is_neither_destructive_nor_critical_may_be_folded(severity, direction, is_open):
    one = report_parts.judged(report_parts.finding("DP-X-001", severity, direction=direction, message="This happens."))
    text = markdown(report_parts.report(report_parts.model(), (), [one], "blocked", "Much"))
    assert "This happens." in text
    assert ("This happens." in opened(text)) == is_open


def test_what_makes_the_plan_less_than_whole_is_never_folded():
    seen = opened(markdown(reports.incomplete()))
    for words in ("Planning ended with an error", "The plan is incomplete", "puts off", "did not pass"):
        assert words in seen


def test_the_counts_say_what_is_waived_undecidable_and_whether_the_plan_is_whole():
    assert "1 waived (until 2027-01-31) · 2 undecidable · 2 rules passed · plan complete" in markdown(reports.blocked())


def test_every_finding_has_why_fix_and_place():
    text = markdown(reports.blocked())
    for one in reports.blocked().standing():
        assert one.finding.rule in text
    assert "Fix: Write `owner-` in front." in text
    assert "`protections[2].schedules[0].lock_for` · `stacks/prod/main.py:42 (Clinic/Gold)`" in text


def test_what_has_no_room_is_counted_and_is_the_less_severe():
    report = reports.enormous(1_000, 10)
    text = markdown(report, limit=BITBUCKET, run_url="https://ci.example/run/1")
    told = len(re.findall(r"^  - Lock shortened", text, flags=re.MULTILINE))
    assert told > 20
    assert f"**{1_000 - told} findings and" in text or f"**{1_000 - told} findings not shown**" in text
    assert "see [the whole report](https://ci.example/run/1)" in text
    assert "Critical, or lost for good (200)" in text
    assert "fix: info" not in text


def test_what_matters_less_never_takes_the_room_of_what_matters_more():
    long = report_parts.finding("DP-X-001", Severity.HIGH, message="word " * 150)
    short = report_parts.finding("DP-X-002", Severity.LOW, message="short", before="", after="", address="", path="")
    for count in range(24, 32):
        judged = [*(report_parts.judged(long) for _ in range(count)), report_parts.judged(short, explain="", fix="")]
        text = markdown(report_parts.report(report_parts.model(), (), judged, "blocked", "Much"), limit=BITBUCKET)
        told = text.count("  - Lock shortened · [DP-X-001]")
        assert told > 20
        assert ("fix: low" in text) == (told == count)


def test_all_is_told_where_there_is_room():
    assert "not shown" not in markdown(reports.blocked())
    assert "[The whole report](https://ci.example/run/1)" in markdown(
        reports.clean(), run_url="https://ci.example/run/1"
    )


def test_the_picture_has_a_twin_in_words_with_the_same_ways():
    text = markdown(reports.blocked())
    assert "```mermaid\nflowchart LR\n" in text
    assert text.count('-. "lost" .->') == text.count(": **lost**") == 4
    assert "clinic → gold\\_clinic → cloud backup → cloud: **lost**" in text


def test_a_way_whose_store_the_apply_decides_is_neither_kept_nor_lost():
    unit = report_parts.unit(
        "clinic", report_parts.shift("undecidable", Direction.WEAKENING, "cloud", "known only after the apply")
    )
    (job,) = unit.after
    tiers = tuple(replace(tier, store=Setting("unknown")) for tier in job.tiers.value if tier.kind.value == "BACKUP")
    unit = replace(unit, after=(replace(job, tiers=known(tiers)),))
    found = flow.ways(report_parts.report(report_parts.model([unit]), [unit], (), "undecidable", ""))
    assert {(way.tier, way.store, way.fate) for way in found} == {
        ("snapshot", "the array itself", "lost"),
        ("on-premises backup", "local", "not known"),
        ("on-premises backup", "known only after the apply", "not known"),
        ("cloud backup", "cloud", "lost"),
    }


def test_a_picture_that_nobody_could_read_is_left_out():
    assert flow.ways(reports.enormous(1, 100)) == []
    assert "```mermaid" not in markdown(reports.enormous(1, 100))


def test_labels_cannot_leave_their_quotes():
    text = flow.mermaid([flow.Way('"]; click n0 "javascript:x"', "a`b", "%%{init}", "<b>\n```", "lost")])
    labels = re.findall(r'^  n\d+\["([^"]*)"\]$', text, flags=re.MULTILINE)
    assert len(labels) == 4
    assert all(re.fullmatch(r"[\w .,/:#;-]+", label) for label in labels)
    assert text.count("```") == 2


def test_the_marker_is_found_again_and_cannot_be_closed_by_a_name():
    report = reports.hostile()
    marker = Marker.of(report)
    line = markdown(report).splitlines()[0]
    assert line.count("--") == 2
    assert line.endswith("-->")
    assert Marker.read(line) == marker
    assert Marker.read(markdown(reports.clean())) == Marker(
        "clinic/prod", report_parts.AT, Marker.of(reports.clean()).fingerprint
    )
    assert Marker.read("### somebody else's") is None
    assert Marker.read("<!-- glbr-review stack=a valid-at=yesterday fp=0123456789abcdef -->") is None


def test_the_marker_of_a_very_long_stack_is_short_and_tells_stacks_apart():
    one, other = (
        report_parts.report(report_parts.model(stack=f"{'x' * 9_000}{end}"), (), (), "clean", "Nothing")
        for end in ("a", "b")
    )
    assert len(str(Marker.of(one))) < 300
    assert Marker.of(one).stack != Marker.of(other).stack


def test_the_marker_changes_with_the_findings_and_with_nothing_else():
    report = reports.blocked()
    print_of = Marker.of(report).fingerprint
    first = report.judged[0]
    worse = replace(first, finding=replace(first.finding, after="something else"))
    assert Marker.of(replace(report, headline="other", pack="other")).fingerprint == print_of
    assert Marker.of(replace(report, judged=report.judged[1:])).fingerprint != print_of
    assert Marker.of(replace(report, judged=(worse, *report.judged[1:]))).fingerprint != print_of
