"""Programs are checked while they are written: type checkers follow the examples, and editors know every argument."""

import importlib
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from constructs import Construct

import glbr_constructs
from glbr.cli.node import find_node
from glbr_constructs import l1

pytestmark = pytest.mark.any_cdk

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAMS = sorted(EXAMPLES.rglob("*.py"))


@pytest.fixture
def pyright(root: Path) -> Callable[..., dict[str, Any]]:
    """Pyright with this Python's packages: what it reports for some arguments."""
    program = root / "node_modules" / "pyright" / "index.js"
    if not program.exists():
        pytest.skip("pyright is not installed: run `npm ci` in the root, or `make setup` which does")
    node = find_node(os.environ)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

    def report(*arguments: str) -> dict[str, Any]:
        done = subprocess.run(
            [str(node.path), str(program), "--outputjson", *arguments],
            cwd=root,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return report


def test_mypy_strict_accepts_every_example(root: Path, tmp_path: Path) -> None:
    # Several are called main.py, which mypy takes for one module.
    for program in PROGRAMS:
        name = "_".join(program.relative_to(EXAMPLES).parts).replace("-", "_")
        (tmp_path / name).write_text(program.read_text(encoding="utf-8"), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "mypy", str(tmp_path)], cwd=root, capture_output=True, text=True, check=False
    )

    assert done.stdout == f"Success: no issues found in {len(PROGRAMS)} source files\n", done.stdout + done.stderr


def test_pyright_strict_accepts_every_example(pyright: Callable[..., dict[str, Any]]) -> None:
    found = pyright()

    assert [problem["message"] for problem in found["generalDiagnostics"]] == []
    assert found["summary"]["filesAnalyzed"] == len(PROGRAMS)


def test_no_example_asks_a_checker_to_look_away() -> None:
    away = ("type: ignore", "pyright:", "mypy:", "cast(", "import Any")

    assert [(path.name, word) for path in PROGRAMS for word in away if word in path.read_text(encoding="utf-8")] == []


def test_pyright_knows_the_type_of_everything_public(pyright: Callable[..., dict[str, Any]]) -> None:
    found = pyright("--verifytypes", "glbr_constructs", "--ignoreexternal")["typeCompleteness"]

    counts = found["exportedSymbolCounts"]
    assert counts["withKnownType"] > 1000
    assert counts["withUnknownType"] == 0, [one["name"] for one in found["symbols"] if not one["isTypeKnown"]]
    # What is ambiguous is not annotated, so that a checker may take it for something else.
    assert found["completenessScore"] >= 0.9


def public_classes() -> Iterator[type]:
    """What people write: the public names, and every class of the L1, but not what is the CDK's own."""
    for name in glbr_constructs.__all__:
        found = getattr(glbr_constructs, name)
        if isinstance(found, type) and found.__module__.startswith("glbr_constructs"):
            yield found
    for module in pkgutil.iter_modules(l1.__path__):
        home = importlib.import_module(f"{l1.__name__}.{module.name}")
        yield from (one for one in vars(home).values() if isinstance(one, type) and one.__module__ == home.__name__)


def callables() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every constructor and method of ours that completion offers, by name."""
    for owner in public_classes():
        for name, member in inspect.getmembers(owner, callable):
            home = getattr(inspect.unwrap(member), "__module__", None) or ""
            if home.startswith("glbr_constructs") and (name == "__init__" or not name.startswith("_")):
                yield f"{owner.__module__}.{owner.__qualname__}.{name}", member


def test_every_argument_has_a_name_and_a_type() -> None:
    found = dict(callables())
    lacking = [
        f"{name}({parameter})"
        for name, member in found.items()
        if not isinstance(member, type)
        for parameter in inspect.signature(member).parameters.values()
        if parameter.name != "self"
        and (parameter.annotation is parameter.empty or parameter.kind is parameter.VAR_KEYWORD)
    ]

    assert len(found) > 200
    assert lacking == []


def test_everything_that_completion_offers_says_what_it_is_for() -> None:
    silent = [name for name, member in callables() if not name.endswith("__init__") and not inspect.getdoc(member)]
    nameless = [owner.__qualname__ for owner in public_classes() if not owner.__dict__.get("__doc__")]

    assert (silent, nameless) == ([], [])


def test_every_argument_of_a_construct_is_explained_by_its_name() -> None:
    constructors = [
        (owner, vars(owner)["__init__"])
        for owner in public_classes()
        if issubclass(owner, Construct) and "__init__" in vars(owner)
    ]
    unexplained = [
        f"{owner.__qualname__}({name})"
        for owner, constructor in constructors
        for name in inspect.signature(constructor).parameters
        if name not in ("self", "scope", "id_")
        and not re.search(rf"^\s*{name}: \S", f"{owner.__doc__}\n{constructor.__doc__}", re.MULTILINE)
    ]

    assert len(constructors) > 100
    assert unexplained == []


def test_python_tells_what_a_construct_takes() -> None:
    constructs = [one for one in public_classes() if issubclass(one, Construct)]
    starred = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    told = {one: list(inspect.signature(one).parameters.values()) for one in constructs}

    assert len(constructs) > 100
    assert [one for one, taken in told.items() if any(parameter.kind in starred for parameter in taken)] == []
    assert {taken[0].name for one, taken in told.items() if one is not glbr_constructs.App} == {"scope"}
