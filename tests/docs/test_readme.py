"""The README shows what a newcomer writes, before anything else, and as it runs."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIRST = ROOT / "examples" / "protected-site" / "main.py"


def test_the_first_thing_shown_is_the_program_that_is_applied_in_the_tests() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    language, shown = re.findall(r"```(\w+)\n(.*?)```", readme, re.DOTALL)[0]

    assert language == "python"
    assert shown == FIRST.read_text(encoding="utf-8")


def test_the_newcomers_file_has_at_most_forty_lines() -> None:
    assert len(FIRST.read_text(encoding="utf-8").splitlines()) <= 40


def test_every_place_that_the_readme_names_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)[)#]", readme) if "://" not in link]

    assert len(links) > 10
    assert [link for link in links if not (ROOT / link).exists()] == []
