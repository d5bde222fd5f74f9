"""Two resources that set the same standing object are noticed in the run that makes both."""

from glbr.provider.standing import Standing
from glbr.resources.mssql_instance_credentials import MssqlInstanceCredentials
from glbr.resources.setting import Setting


def test_the_second_resource_of_one_object_is_warned_about() -> None:
    standing = Standing()

    first, second = standing.taken(Setting, "s-1"), standing.taken(Setting, "s-1")

    assert first == []
    ((summary, detail),) = second
    assert summary == "Two resources set the same setting"
    assert "glbr_setting twice for s-1" in detail


def test_other_objects_and_other_kinds_are_no_second_resource() -> None:
    standing = Standing()
    standing.taken(Setting, "s-1")

    assert standing.taken(Setting, "s-2") == []
    assert standing.taken(MssqlInstanceCredentials, "s-1") == []


def test_another_run_knows_nothing_of_the_last_one() -> None:
    Standing().taken(Setting, "s-1")

    assert Standing().taken(Setting, "s-1") == []
