"""The folder `constructs/` must never hide PyPI's `constructs`."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.any_cdk


def test_the_library_is_found_from_the_root_of_the_project(root: Path) -> None:
    code = "import constructs; from constructs import Construct; print(constructs.__file__)"

    found = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True).stdout

    assert "site-packages" in Path(found.strip()).parts


def test_the_source_root_is_no_package(root: Path) -> None:
    assert not (root / "constructs" / "__init__.py").exists()
    assert not (root / "__init__.py").exists()
    assert (root / "constructs" / "glbr_constructs" / "__init__.py").is_file()


def test_no_folder_of_tests_has_the_name_of_the_library(root: Path) -> None:
    assert [path for path in (root / "tests").rglob("constructs") if path.is_dir()] == []


def test_nobody_imports_our_package_through_the_folder(root: Path) -> None:
    through = re.compile(r"^\s*(?:from|import) constructs\.glbr", re.MULTILINE)
    files = [path for place in ("backend", "constructs", "examples", "tests") for path in (root / place).rglob("*.py")]

    guilty = [path for path in files if through.search(path.read_text(encoding="utf-8"))]

    assert len(files) > 50
    assert guilty == []


def test_importing_our_package_through_the_folder_is_refused(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import constructs.glbr_constructs"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "ImportError: importing constructs.glbr_constructs: write glbr_constructs." in done.stderr


def test_the_wheel_brings_our_packages_and_nothing_for_the_library(root: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=root, capture_output=True, text=True, check=True)

    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"glbr", "glbr_constructs"}
    assert {"glbr_constructs/py.typed", "glbr_constructs/l1/protection_policy.py", "glbr/py.typed"} <= set(names)


def test_pytest_collects_from_the_root(root: Path) -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", "-p", "no:cacheprovider"]

    done = subprocess.run([*command, str(Path(__file__))], cwd=root, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{Path(__file__).name}: 7" in done.stdout
