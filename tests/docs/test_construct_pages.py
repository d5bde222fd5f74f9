"""The pages of the constructs follow from their docstrings, and each shows a snippet that was run."""

import json
import re
from pathlib import Path

import pytest

import glbr_constructs
from glbr.construct_pages.generate import COMMAND, FOLDER, folders, l1_snippets, main, pages, snippets
from glbr.construct_pages.hcl_example import Expression, Refer, blocks
from glbr.construct_pages.index import place
from glbr.construct_pages.l1_snippet import told
from glbr.construct_pages.page import page
from glbr.construct_pages.snippet import Outcome, Snippet, from_docstring, synthesized
from glbr.construct_pages.sources import Call, Entry, Public, public_names
from glbr.review.generate_rule_pages import differences
from glbr.views.generate_l1 import FOLDER as L1


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return pages()


def test_the_committed_pages_are_up_to_date(written: dict[str, str]) -> None:
    stale = [name for folder, files in folders(written).items() for name in differences(folder, files)]

    assert stale == [], f"run `{COMMAND}`"


def test_the_check_tells_which_pages_are_stale(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page_of_a_store = FOLDER / "l1" / "protection_store.md"

    assert differences(tmp_path, {"a.md": "text\n"}) == ["a.md"]
    assert page_of_a_store.is_file()
    assert main(["--check"]) == 0
    assert capsys.readouterr().err == ""


def test_everything_public_has_a_page_with_a_snippet(written: dict[str, str]) -> None:
    found = {public.name: public for public in public_names()}

    assert found.keys() == set(glbr_constructs.__all__)
    for name, public in found.items():
        if public.own:
            assert "```python\n" in written[place(public)], name
            assert f"[{name}]({place(public)})" in written["README.md"]
    assert {path for path in written if path.startswith("l1/")} == {
        f"l1/{file.stem}.md" for file in L1.glob("[a-z]*.py")
    }


def test_every_name_of_a_snippet_is_one_that_people_can_import() -> None:
    made_by_others = {public.name for public in public_names() if public.made is None}
    for name, snippet in (snippets() | l1_snippets()).items():
        assert name.rpartition(".")[2] in snippet.body or name in made_by_others, name
        assert {module.split(".")[0] for module in snippet.imports} <= {"glbr_constructs"}, name


def test_a_snippet_that_does_not_run_is_named() -> None:
    wrong = from_docstring("Wrong", 'Daily.at("25:00")', {"Daily": "glbr_constructs"})

    with pytest.raises(RuntimeError, match=r"the snippet of Wrong does not run: .*25:00"):
        synthesized([wrong])


def test_a_snippet_is_told_with_what_it_prints_and_what_it_becomes() -> None:
    homes = {"ProtectionPolicy": "glbr_constructs", "Daily": "glbr_constructs"}
    lines = 'print("hello")\nProtectionPolicy(self, "a", name="b").add_snapshot(Daily.at("01:30").keep(days=2))'
    outcome = synthesized([from_docstring("Told", lines, homes)])["Told"]

    assert outcome.printed == "hello\n"
    assert outcome.becomes.keys() == {"resource"}
    (policy,) = outcome.becomes["resource"]["glbr_protection_policy"].values()
    assert policy["name"] == "b"
    assert "//" not in policy


EXAMPLE = """
terraform {
  required_providers {
    glbr = { source = "glbr/glbr" }
  }
}

variable "secret" {
  type      = string
  sensitive = true
}

data "glbr_volumes" "all" {}

# Two
# lines.
resource "glbr_volume_protection_group" "all" {
  name   = "a \\"b\\""   # not this
  size   = 1.5
  count_ = 2
  on     = [true, null]
  assets = [
    for volume in data.glbr_volumes.all.items : { id = volume.id }
    if volume.name != "x"
  ]
  login = { password = var.secret, first = data.glbr_volumes.all.items[0].id }
}

output "left_out" {
  value = data.glbr_volumes.all.items[*].name
}
"""


def test_an_example_in_hcl_is_read() -> None:
    found = list(blocks(EXAMPLE))
    (group,) = [block for block in found if block.kind == "resource"]

    assert [block.kind for block in found] == ["terraform", "variable", "data", "resource", "output"]
    assert group.comment == ("Two", "lines.")
    assert group.arguments == {
        "name": 'a "b"',
        "size": 1.5,
        "count_": 2,
        "on": [True, None],
        "assets": Expression(
            '[ for volume in data.glbr_volumes.all.items : { id = volume.id } if volume.name != "x" ]'
        ),
        "login": {"password": Expression("var.secret"), "first": Refer("data.glbr_volumes.all", ".items[0].id")},
    }


@pytest.mark.parametrize(("text", "wrong"), [("module {}", "module"), ('data "a" "b" { x 1 }', "'1'")])
def test_an_example_that_cannot_be_read_is_refused(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        list(blocks(text))


def test_an_example_in_hcl_is_told_in_python() -> None:
    classes = {
        "data glbr_volumes": ("glbr_constructs.l1.volume", "DataVolumes"),
        "resource glbr_volume_protection_group": (
            "glbr_constructs.l1.volume_protection_group",
            "VolumeProtectionGroup",
        ),
    }
    text = told("group", EXAMPLE, classes).text()

    for line in (
        "from glbr_constructs.l1.volume import DataVolumes",
        'secret = cdk.TerraformVariable(self, "secret", type="string", sensitive=True)',
        'all_volumes = DataVolumes(self, "all_volumes")',
        "# Two\n# lines.\nVolumeProtectionGroup(",
        "    on=[True, None],",
        "for_expression_for_list(\n        '{ id = val.id } if val.name != \"x\"'",
        '"password": secret.string_value, "first": all_volumes.items[0].id',
    ):
        assert line in text, text


def test_a_page_tells_all_of_its_construct() -> None:
    refused = Entry("Refused", "it is full.")
    store = Call(
        "fill", "Fill it.", "fill(things: int) -> None", "", (Entry("things", "How many.", "int"),), (refused,), False
    )
    made = Call(
        "__init__",
        "Describe it.",
        "",
        "",
        (Entry("name", "Its name.", "str"), Entry("colour", "Its colour.", "str | None", "None")),
        (refused,),
        False,
    )
    found = Call("from_cupboard_name", "The one so called.", "from_cupboard_name(name: str)", "Cupboard", (), (), True)
    cupboard = Public(
        "Cupboard",
        "x",
        "Keeps things.\n\n* one,\n  two\n* three",
        "",
        made,
        (store, found),
        (Entry("full", "Whether.", "bool"),),
        (),
    )
    outcome = Outcome({"resource": {"glbr_cupboard": {"a": {"many": list(range(30))}}}}, "")

    text = page(cupboard, Snippet("Cupboard", {}, 'Cupboard(self, "a")'), outcome)

    for part in (
        "Keeps things.\n\n- one, two\n- three\n",
        "Makes [glbr_cupboard](../resources/cupboard.md).",
        '"many": [0, 1, 2, "… 27 more"]',
        "- `name` (`str`, required) Its name.",
        "- `colour` (`str`, optional) Its colour.",
        "## Errors\n\n- `Refused`: it is full.",
        "### `fill`",
        "- `things`: How many.",
        "- `full` (`bool`) Whether.",
        "### `Cupboard.from_cupboard_name`",
    ):
        assert part in text, text
    assert all(json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL))
