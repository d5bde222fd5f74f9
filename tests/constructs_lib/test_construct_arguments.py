"""Every argument of stores, appliances, assets and groups is looked at where it is written."""

import itertools

import pytest

from glbr_constructs import Refused
from glbr_constructs.cdk import cdk
from wrong_arguments import ANYWHERE, Trial, arguments, calls, parameters, trials

CALLS = calls()
CURES = ("Allowed: ", "Write ", "Use ", "Shorten ", "Give ")
_NUMBER = itertools.count()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> cdk.App:
    app: cdk.App = cdk.Testing.app(outdir=str(tmp_path_factory.mktemp("out")))
    return app


@pytest.fixture
def place(app: cdk.App) -> cdk.TerraformStack:
    return cdk.TerraformStack(app, f"clinic-{next(_NUMBER)}")


def made(name: str, trial: Trial, place: cdk.TerraformStack, wrong: dict[str, object]) -> object:
    """Make the call, with what is right but for what is wrong."""
    call = CALLS[name]
    given = {"scope": place, "id_": "tested", **trial.right, **wrong}
    receiver = [] if trial.receiver is None or "self" not in arguments(call) or "." not in name else [trial.receiver]
    return call(*receiver, **{argument: value for argument, value in given.items() if argument in arguments(call)})


@pytest.mark.parametrize("name", CALLS)
def test_what_is_right_is_accepted(place: cdk.TerraformStack, name: str) -> None:
    assert made(name, trials(place, name), place, {}) is not None


@pytest.mark.parametrize(("name", "parameter"), parameters(), ids=str)
def test_a_wrong_argument_is_refused_with_its_value_and_a_cure(
    place: cdk.TerraformStack, name: str, parameter: str
) -> None:
    trial = trials(place, name)
    value, said = trial.wrong.get(parameter) or ANYWHERE[parameter]

    with pytest.raises(Refused, match=f"(?s){said}") as refusal:
        made(name, trial, place, {parameter: value})

    message = str(refusal.value)
    assert parameter in message or repr(value) in message or "one way" in message
    assert any(cure in message for cure in CURES)
    # One line says where: the path of the construct, or what was being made.
    assert ": " in message.split("Allowed", maxsplit=1)[0]
