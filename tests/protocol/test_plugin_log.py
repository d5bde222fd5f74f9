"""The log: JSON lines that Terraform understands, at the levels that were asked for, without secrets."""

import re

import pytest

SAID = ["said TRACE", "said DEBUG", "said INFO", "said WARNING", "said ERROR"]


@pytest.fixture
def logged(start, call):
    """Let the echo provider log at every level, and return the records of its own loggers."""

    def run(**variables):
        plugin = start(**variables)
        call(plugin.channel(), "Log")
        plugin.process.terminate()
        plugin.ended()
        return [record for record in plugin.records if record["@message"].startswith("said")]

    return run


def messages(records):
    return [record["@message"] for record in records if record["@module"] == "glbr.echo"]


def test_a_record_has_what_terraform_reads_and_its_own_fields(logged):
    [record] = logged(TF_LOG="ERROR")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", record.pop("@timestamp"))
    assert record == {"@level": "error", "@message": "said ERROR", "@module": "glbr.echo", "store": "Cloud"}


def test_levels_have_the_names_that_terraform_knows(logged):
    levels = [record["@level"] for record in logged(TF_LOG="TRACE") if record["@module"] == "glbr.echo"]

    assert levels == ["trace", "debug", "info", "warn", "error"]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, []),
        ({"TF_LOG": "OFF"}, []),
        ({"TF_LOG": "JSON"}, SAID),
        ({"TF_LOG": "nonsense"}, SAID),
        ({"TF_LOG": "info"}, SAID[2:]),
        ({"TF_LOG": "TRACE", "TF_LOG_PROVIDER": "WARN"}, SAID[3:]),
        ({"TF_LOG_PROVIDER": "WARN", "TF_LOG_PROVIDER_GLBR": "DEBUG"}, SAID[1:]),
        ({"TF_LOG": "TRACE", "TF_LOG_PROVIDER_GLBR": "OFF"}, []),
        ({"TF_LOG_PROVIDER_GLBR": "ERROR", "TF_LOG_PROVIDER_GLBR_ECHO": "INFO"}, SAID[2:]),
    ],
)
def test_the_closest_variable_decides_the_level(logged, variables, expected):
    assert messages(logged(**variables)) == expected


def test_a_subsystem_has_a_level_of_its_own(logged):
    records = logged(TF_LOG_PROVIDER_GLBR_API="DEBUG")

    assert [record["@module"] for record in records] == ["glbr.api"]


def test_libraries_do_not_write_headers_into_the_log(start, call):
    plugin = start(TF_LOG="TRACE")
    call(plugin.channel(), "Log")
    plugin.process.terminate()
    plugin.ended()

    assert "canary" not in str(plugin.records)
