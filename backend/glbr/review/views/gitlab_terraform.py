"""GitLab's Terraform report: how many objects of ours the merge request makes, changes and deletes."""

from glbr.review.report import Report
from glbr.review.views.json_text import as_json


def gitlab_terraform(report: Report) -> str:
    """Write `artifacts:reports:terraform`. GitLab shows nothing else than these three counts."""
    return as_json(counts(report))


def counts(report: Report) -> dict[str, int]:
    """Objects by what happens to them; a replacement is a deletion, too, and so is a leftover that is cleared away."""
    found = {"create": 0, "update": 0, "delete": 0}
    for change in report.analysis.model.changes:
        for action in found.keys() & set(change.actions):
            found[action] += 1
    return found
