"""The page in a real browser: headless Chromium, at 1200 px and at the width of a phone, light and dark, and in print."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from glbr.cli.node import find_node
from glbr.review.report import Report
from glbr.review.views.page import page
from pictured_report import pictured
from reports import clean, hostile

ROOT: Final = Path(__file__).parents[3]
MODULES: Final = ROOT / "node_modules"
DRIVER: Final = Path(__file__).with_name("open_page.mjs")
CHROMIUM: Final = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
LACKING: Final = [name for name in ("playwright-core", "axe-core") if not (MODULES / name / "package.json").is_file()]

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium: install Debian's package chromium"),
    pytest.mark.skipif(bool(LACKING), reason=f"node_modules lacks {' and '.join(LACKING)}: run npm ci"),
]

Seen = dict[str, Any]

REPORTS: Final[dict[str, Callable[[], Report]]] = {"pictured": pictured, "hostile": hostile}
NAMES: Final = tuple(REPORTS)


def _spoiled(text: str) -> str:
    """A page that breaks every promise, so that it is known that the browser would tell."""
    planted = (
        '<script>console.error("planted")</script><img src="http://127.0.0.1:9/planted.png" width="2000" height="9">'
        '<i id="findings" style="color: red"></i>'
    )
    # The image and the script are let in, so that they do what they are planted for; the style is refused.
    lawless = text.replace("img-src data:", "img-src data: http:; script-src 'unsafe-inline'")
    return lawless.replace('<html lang="en">', "<html>").replace("<footer>", f"{planted}<footer>")


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """What the browser saw of each page, from one start of it."""
    folder = tmp_path_factory.mktemp("pages")
    texts = {name: page(make()) for name, make in REPORTS.items()}
    texts["spoiled"] = _spoiled(page(clean()))
    files = []
    for name, text in texts.items():
        files.append(folder / f"{name}.html")
        files[-1].write_text(text, encoding="utf-8")
    assert CHROMIUM is not None
    ran = subprocess.run(
        [find_node().path, DRIVER, CHROMIUM, MODULES, *files], capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    return dict(zip(texts, json.loads(ran.stdout), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_asks_for_nothing_runs_nothing_and_says_nothing_to_the_console(
    visits: dict[str, Seen], name: str
) -> None:
    seen = visits[name]
    assert (seen["said"], seen["requests"]) == ([], [])
    assert [(view["violations"], view["scripts"], view["styled"]) for view in seen["views"]] == [([], 0, True)] * 4


@pytest.mark.parametrize("name", NAMES)
def test_an_accessibility_checker_finds_nothing(visits: dict[str, Seen], name: str) -> None:
    checked = [view for view in visits[name]["views"] if "accessibility" in view]
    views = {(view["width"], view["colorScheme"]) for view in checked}
    assert views == ({(1200, "light"), (390, "dark")} if name == "pictured" else {(1200, "light")})
    for view in checked:
        assert view["accessibility"]["passed"] > 30
        assert view["accessibility"]["violations"] == []


def test_every_picture_is_there_and_no_text_of_it_covers_another_or_is_cut_off(visits: dict[str, Seen]) -> None:
    for view in visits["pictured"]["views"]:
        assert view["pictures"] == view["figures"] == 8
        assert view["overlapping"] == []
        assert view["outside"] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_width_makes_the_whole_page_scroll_sideways(visits: dict[str, Seen], name: str) -> None:
    assert {view["width"]: view["overflow"] for view in visits[name]["views"]} == {1200: 0, 390: 0}


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique_whatever_the_names(visits: dict[str, Seen], name: str) -> None:
    assert visits[name]["views"][0]["doubled"] == []


def test_dark_is_another_ground_and_paper_is_white(visits: dict[str, Seen]) -> None:
    seen = visits["pictured"]
    grounds = {view["colorScheme"]: view["ground"] for view in seen["views"]}
    assert grounds["light"] != grounds["dark"]
    assert seen["print"]["ground"] == "rgb(255, 255, 255)"


def test_print_shows_the_tables_that_the_screen_folds(visits: dict[str, Seen]) -> None:
    printed = visits["pictured"]["print"]
    assert (printed["screen"], printed["paper"]) == (0, 8)


def test_the_first_key_reaches_the_way_to_the_findings(visits: dict[str, Seen]) -> None:
    assert visits["pictured"]["keyboard"] == {"name": "skip", "seen": True, "leads": "findings"}


def test_the_browser_would_tell_of_a_page_that_breaks_its_promises(visits: dict[str, Seen]) -> None:
    spoiled = visits["spoiled"]
    first = spoiled["views"][0]
    assert "error: planted" in spoiled["said"]
    assert spoiled["requests"] == ["http://127.0.0.1:9/planted.png"]
    assert first["overflow"] > 0
    assert first["doubled"] == ["findings"]
    assert any(violation.startswith("html-has-lang") for violation in first["accessibility"]["violations"])
    assert first["violations"] == ["style-src-attr"]
