"""The pages of the review's rules are what the rules say, and their links lead somewhere."""

import re
from pathlib import Path

from glbr.review.generate_rule_pages import COMMAND, FOLDER, differences, main, pages, write
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import BACKUP, CLOUD, LOCAL, POLICY
from glbr.review.rules.example import Add, Example, Move, Remove, Set
from glbr.review.rules.unbuilt import UNBUILT
from glbr.review.views.rule_pages import index, page


def test_the_committed_pages_are_as_they_would_be_generated() -> None:
    assert differences(FOLDER, pages()) == []
    assert main(["--check"]) == 0


def test_a_check_names_pages_that_are_changed_missing_or_left_over(tmp_path: Path) -> None:
    wanted = {"README.md": "one\n", "DP-A-001.md": "two\n"}
    write(tmp_path, wanted | {"DP-OLD-001.md": "old\n"})
    (tmp_path / "README.md").write_text("changed\n")
    (tmp_path / "DP-A-001.md").unlink()

    assert differences(tmp_path, wanted) == ["DP-A-001.md", "DP-OLD-001.md", "README.md"]
    write(tmp_path, wanted)
    assert differences(tmp_path, wanted) == []
    assert COMMAND.endswith(differences.__module__)


def test_every_rule_has_a_page_that_the_index_links_to() -> None:
    written = pages()
    linked = set(re.findall(r"\]\(([^)]+)\)", written["README.md"]))

    assert linked == {f"{name}.md" for name in catalogue()} == written.keys() - {"README.md"}
    assert all(f"| {name} | {why} |" in written["README.md"] for name, why in UNBUILT.items())


def test_a_page_shows_all_of_its_record() -> None:
    for rule in catalogue().values():
        text = page(rule)
        assert text.startswith(f"# {rule.id}: {rule.title}\n")
        assert f"**Severity:** {rule.severity.word}" in text
        assert {rule.explain, rule.fix} <= set(text.split("\n\n"))
        assert all(f"\n- {source}\n" in text for source in rule.sources)
        assert all(f"| `{name}` |" in text for name in rule.parameters)
        assert text.count("```") % 2 == 0


def test_changes_are_shown_as_hcl() -> None:
    rule = next(iter(catalogue().values()))
    example = Example(
        before=(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", None),),
        after=(
            Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "1 week"),
            Add("glbr_protection_store.more", {"for_each": {'a "b"': 1}, "lifecycle": {"prevent_destroy": True}}),
            Remove(CLOUD),
            Remove(LOCAL, forget=True),
            Move(POLICY, "glbr_protection_policy.golden"),
        ),
        parameters={"days": 7},
        plan={"complete": False},
    )

    text = page(type(rule)(**{name: getattr(rule, name) for name in rule.__slots__} | {"fires": example}))

    for wanted in (
        "# protections[1].schedules[0].lock_for",
        'protections[1].schedules[0].lock_for = "1 week"',
        'resource "glbr_protection_store" "more" {',
        '  for_each = { "a \\"b\\"" = 1 }',
        "    prevent_destroy = true",
        f"# taken away: {CLOUD}",
        f"removed {{\n  from = {LOCAL}",
        f"moved {{\n  from = {POLICY}\n  to   = glbr_protection_policy.golden\n}}",
        '"complete": false',
        '"days": 7',
    ):
        assert wanted in text, wanted


def test_nothing_of_a_title_breaks_the_table_of_the_index() -> None:
    rule = next(iter(catalogue().values()))
    odd = type(rule)(**{name: getattr(rule, name) for name in rule.__slots__} | {"title": "One | two"})

    assert "| One \\| two |" in index([odd], {})
