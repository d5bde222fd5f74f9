import re
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.console import Console

import reports
from glbr.review.views.terminal import MOST_IN_FULL, as_text, terminal


def words_of(text):
    """A text without the spaces and breaks that fitting it into columns brings."""
    return re.sub(r"\s", "", text)


def in_colour(report, **settings):
    console = Console(file=StringIO(), width=80, force_terminal=True, color_system="truecolor", **settings)
    terminal(report, console)
    return console.file.getvalue()


@pytest.mark.parametrize("report", [reports.clean, reports.strengthening])
def test_a_change_that_harms_nobody_takes_one_green_line(report):
    told = report()
    assert as_text(told) == f"✓ {told.headline}\n"
    assert in_colour(told).startswith("\x1b[32m✓")


@pytest.mark.parametrize("name", ["blocked", "undecidable", "needs approval", "incomplete"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_nothing_that_matters_is_cut_at_any_width(name, width):
    report = reports.EVERY[name]()
    text = as_text(report, width)
    shown = words_of(text)
    assert max(map(len, text.splitlines())) <= width
    for one in report.standing():
        found = one.finding
        advice = () if one.result == "error" else (one.explain, one.fix)
        for said in (found.message, found.address, found.path, found.resolve, found.rule, *advice):
            assert words_of(said) in shown
    assert words_of(report.headline) in shown


def test_the_worst_is_on_top_and_says_before_and_after():
    text = as_text(reports.blocked(), 200)
    lines = text.splitlines()
    assert "blocked – 12 VMs lose their off-site copy" in lines[0]  # noqa: RUF001
    assert "group clinic · cloud backup" in lines[3]
    assert "daily, kept 6 months, locked 1 month → nothing" in lines[3]
    assert text.index("DP-LOSS-001") < text.index("DP-LOCK-002") < text.index("DP-PLAN-012")


def test_good_news_is_in_the_table_beside_the_bad():
    assert re.search(
        r"✅ clinic · snapshot · 12 assets +kept 3 days → kept 7 days +stronger", as_text(reports.blocked(), 200)
    )


def test_what_is_waived_is_counted_with_reason_owner_and_end():
    text = as_text(reports.blocked(), 200)
    assert "1 finding waived" in text
    lines = [line.strip() for line in text.splitlines()]
    first = next(number for number, line in enumerate(lines) if line.endswith(": by storage-team until 2027-01-31"))
    assert lines[first + 2] == "Because: the old array is switched off (CHG-123)"


def test_a_very_long_name_is_cut():
    report = reports.blocked()
    long = [replace(one, finding=replace(one.finding, subject="g" * 5_000)) for one in report.judged]
    text = words_of(as_text(replace(report, judged=tuple(long)), 10_000))
    assert max(map(len, re.findall("g+", text))) < 200


def test_a_clean_change_with_waivers_still_shows_them():
    report = reports.blocked()
    waived = tuple(one for one in report.judged if one.result == "waived")
    text = as_text(replace(report, judged=waived, outcome="clean", exit_code=0))
    assert text.startswith("✓ ")
    assert "1 finding waived" in text


def test_a_plan_that_is_not_whole_is_said_before_everything_else():
    lines = as_text(reports.incomplete(), 200).splitlines()
    assert [line[:2] for line in lines[1:5]] == ["! "] * 4
    assert "ended with an error" in lines[1]
    assert "incomplete" in lines[2]


def test_a_configuration_alone_is_never_taken_for_a_plan():
    assert "not from a plan" in as_text(reports.configuration())


@pytest.mark.parametrize("name", reports.EVERY)
def test_colour_says_nothing_that_words_do_not(name):
    report = reports.EVERY[name]()
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", in_colour(report))
    assert words_of(coloured) == words_of(as_text(report, 80))
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", in_colour(report, _environ={"NO_COLOR": "1"}))


def test_names_cannot_talk_to_the_terminal():
    text = as_text(reports.hostile())
    assert not [sign for sign in text if not sign.isprintable() and sign != "\n"]
    assert "\\u001b[31mred" in text
    assert "[bold red]rich[/]" in text


def test_of_thousands_the_worst_are_told_in_full_and_the_others_counted():
    text = as_text(reports.enormous(findings=1_000, units=10), 200)
    assert text.count("Where: ") == MOST_IN_FULL
    assert "And 900 findings more" in text
    counted = sum(int(count.replace(",", "")) for count in re.findall(r"([\d,]+)\s×\sDP", text))  # noqa: RUF001
    assert counted == 900


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_that_knows_few_letters_gets_the_words(encoding):
    sheet = TextIOWrapper(BytesIO(), encoding=encoding, newline="\n")
    terminal(reports.blocked(), Console(file=sheet, width=200))
    sheet.flush()
    text = sheet.buffer.getvalue().decode(encoding)
    assert "Data protection: blocked" in text
    assert re.search(r"locked 1 month (->|→) locked 1 week", text)
    assert "DP-COPY-002 blocks" in text


def test_why_and_fix_of_a_rule_are_said_once():
    text = as_text(reports.enormous(findings=120, units=1), 200)
    assert text.count("Fix: ") < text.count("Where: ") == 100


def test_a_rule_that_broke_gives_no_advice():
    report = reports.blocked()
    broken = tuple(one for one in report.judged if one.result == "error")
    text = as_text(replace(report, judged=broken))
    assert "the rule broke, blocks" in text
    assert "Fix: " not in text
