import json

import pytest

import report_parts
from glbr.review.views.gitlab_terraform import gitlab_terraform


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ([], (0, 0, 0)),
        ([("create",)], (1, 0, 0)),
        ([("update",), ("update",), ("no-op",), ("read",), ("forget",)], (0, 2, 0)),
        ([("delete", "create")], (1, 0, 1)),
        ([("create", "delete")], (1, 0, 1)),
        ([("create", "forget")], (1, 0, 0)),
    ],
)
def test_objects_are_counted_and_a_replacement_is_a_deletion_too(changes, counts):
    model = report_parts.model(
        changes=[report_parts.change(f"glbr_setting.s{n}", *words) for n, words in enumerate(changes)]
    )
    written = json.loads(gitlab_terraform(report_parts.report(model, (), (), "clean", "Nothing")))
    assert written == dict(zip(("create", "update", "delete"), counts, strict=True))


def test_a_leftover_that_is_cleared_away_is_a_deletion():
    model = report_parts.model(changes=[report_parts.change("glbr_protection_store.a", "delete", deposed=True)])
    assert json.loads(gitlab_terraform(report_parts.report(model, (), (), "clean", "Nothing")))["delete"] == 1
