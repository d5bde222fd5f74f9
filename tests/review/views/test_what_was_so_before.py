"""What was so before a change is told where there is room, and never in the way of what the change does."""

from dataclasses import replace

import reports
from glbr.review.report import Report
from glbr.review.views.github_annotations import github_annotations
from glbr.review.views.json_report import json_report
from glbr.review.views.markdown import markdown
from glbr.review.views.page import page
from glbr.review.views.terminal import as_text


def remarked() -> Report:
    """A change that strengthens, of an estate with a fault that it leaves as it is."""
    stronger, blocked = reports.EVERY["strengthening"](), reports.EVERY["blocked"]()
    old = next(one for one in blocked.judged if one.result == "fail")
    return replace(stronger, judged=(replace(old, enforcement="advisory", existing=True),))


def test_a_terminal_gives_it_one_line_below_the_green_one() -> None:
    said = as_text(remarked()).splitlines()

    assert said[0].startswith("✓ ")
    assert said[1].startswith("1 remark about what was so before this change (DP-")
    assert len(said) <= 3


def test_markdown_and_page_fold_it_and_annotations_leave_it_out() -> None:
    report = remarked()
    sheet, whole = markdown(report), page(report)

    assert "<details><summary>So before this change (1)</summary>" in sheet
    assert report.judged[0].finding.rule not in sheet.partition("<details>")[0]
    assert "So before this change (1)" in whole
    assert github_annotations(report) == ""
    assert '"existing": true' in json_report(report)
