"""`glbr simulate`: starts, answers and stops."""

import json
import signal
import sys

import httpx
import pytest


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_when_it_says_so_and_stops_with_exit_code_0(person, ending):
    with person.start(sys.executable, "-m", "glbr.cli", "simulate", "--port=0", "--json", "--clock=frozen") as process:
        told = json.loads(process.stdout.readline())
        health = httpx.get(f"{told['url']}/_simulator/health", trust_env=False).json()
        process.send_signal(ending)
        rest, problems = process.communicate()

    assert health["ready"] is True
    assert told["environment"]["GLBR_ENDPOINT"] == told["url"]
    assert (process.returncode, rest, problems) == (0, "", "")


def test_a_state_file_outlives_the_process(person):
    command = (
        sys.executable,
        "-m",
        "glbr.cli",
        "simulate",
        "--port=0",
        "--json",
        "--clock=frozen",
        "--state=clinic.db",
    )
    instants = []
    for days in (3, 4):
        with person.start(*command) as process:
            url = json.loads(process.stdout.readline())["url"]
            instants.append(
                httpx.post(f"{url}/_simulator/clock/advance", json={"days": days}, trust_env=False).json()["now"]
            )
            process.send_signal(signal.SIGINT)
            process.communicate()

    assert [instant[:10] for instant in instants] == ["2026-01-08", "2026-01-12"]


def test_a_port_in_use_is_told_in_words(person, simulator):
    refused = person.glbr("simulate", "--port", simulator.url.rpartition(":")[2])

    assert refused.returncode == 1
    assert "choose another port" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("option", "allowed"),
    [
        ("--world=moon", "empty, clinic, fleet"),
        ("--clock=noon", "2026-01-05T00:00:00Z"),
        ("--set=speling=1", "rate_limit"),
    ],
)
def test_a_wrong_value_names_what_is_allowed(person, option, allowed):
    refused = person.glbr("simulate", "--port=0", option)

    assert refused.returncode == 2
    assert allowed in refused.stderr
