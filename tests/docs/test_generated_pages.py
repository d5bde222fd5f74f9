"""The registry pages follow from the definitions and the examples, and lead somewhere."""

import re
from pathlib import Path

import pytest
import yaml

from glbr.definition import Block, Period, Resource, argument, parent, reference, result, secret
from glbr.resources import definitions
from glbr.views.docs_page import data_source_page, list_page, resource_page
from glbr.views.generate_docs import COMMAND, PROJECT, differences, pages, write
from glbr.views.terraform_schema import Attributes, data_source_schema, list_schema, resource_schema

DOCS = PROJECT / "docs"
PAGES = sorted(file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md"))
REGISTRY_PAGES = [page for page in PAGES if page == "index.md" or page.startswith(("resources/", "data-sources/"))]


class Shelf(Block):
    """A board."""

    colour: str = argument("Colour.", replace=True)
    height: int = result("Height.")


class Cupboard(Resource):
    """Keeps things.

    For a while.
    """

    collection = "/cupboards"
    filterable = ("name",)

    name: str = argument("Name.", at_least=1, at_most=9)
    key: str = secret("Opens it.")
    locked: bool | None = argument("Locked.", default=True)
    room: str | None = argument("Room.", computed=True)
    store_id: str | None = reference("Store.", to="protection_store")
    kept: Period | None = argument("How long.")
    shelves: list[Shelf] | None = argument("Boards.", at_most=3)
    made: str = result("Made.")
    opened: int | None = result("How often.", volatile=True)


def link(noun: str) -> str:
    return f"[{noun}]({noun}.md)"


def test_the_committed_pages_are_up_to_date() -> None:
    wanted = dict(pages(PROJECT / "examples"))

    assert differences(DOCS, wanted) == [], f"run `{COMMAND}`"


def test_writing_adds_mends_and_removes_pages_and_leaves_guides_alone(tmp_path: Path) -> None:
    folder, wanted = tmp_path / "docs", dict(pages(PROJECT / "examples"))
    write(folder, wanted)
    (folder / "guides").mkdir()
    (folder / "guides" / "start.md").write_text("A guide.")
    (folder / "index.md").write_text("Changed by hand.")
    (folder / "resources" / "gone.md").write_text("An object that is no more.")
    (folder / "data-sources" / "storeonce.md").unlink()
    stale = differences(folder, wanted)

    write(folder, wanted)

    assert stale == ["data-sources/storeonce.md", "index.md", "resources/gone.md"]
    assert differences(folder, wanted) == []
    assert (folder / "guides" / "start.md").read_text() == "A guide."


@pytest.mark.parametrize("page", REGISTRY_PAGES)
def test_a_page_opens_with_what_the_registry_reads(page: str) -> None:
    _, front, body = (DOCS / page).read_text(encoding="utf-8").split("---\n", 2)

    told = yaml.safe_load(front)

    assert set(told) == {"page_title", "subcategory", "description"}
    assert told["description"]
    assert len(re.findall(r"^# ", re.sub(r"```.*?```", "", body, flags=re.DOTALL), re.MULTILINE)) == 1


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_or_to_a_section_of_this_one(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)]+)\)", text)
    anchors = re.findall(r'<a id="([^"]+)"></a>', text)

    lost = [target for target in targets if target.startswith("#") and target[1:] not in anchors]
    lost += [
        target for target in targets if target[0] not in "#h" and not (DOCS / page).parent.joinpath(target).exists()
    ]

    assert lost == []
    assert len(anchors) == len(set(anchors))


def names(schema: Attributes, path: str = "") -> list[str]:
    found = []
    for name, attribute in schema.items():
        found.append(f"{path}{name}")
        found += names(attribute.attributes or {}, f"{path}{name}.")
    return found


def told_on(page: str) -> list[str]:
    """Every attribute that a page explains, by its path."""
    found, section = [], ""
    for line in page.splitlines():
        if heading := re.fullmatch(r"### Nested object `(.+)`", line):
            section = f"{heading[1]}."
        elif line.startswith("## "):
            section = ""
        elif item := re.match(r"- `(\w+)` \(", line):
            found.append(f"{section}{item[1]}")
    return found


@pytest.mark.parametrize("noun", definitions())
def test_a_page_explains_every_attribute_exactly_once(noun: str) -> None:
    definition = definitions()[noun]
    views = {"one": (noun, data_source_schema), "many": (definition.plural(), list_schema)}
    expected = {
        f"data-sources/{name}.md": view(definition)
        for source, (name, view) in views.items()
        if source in definition.sources
    }
    if issubclass(definition, Resource):
        expected[f"resources/{noun}.md"] = resource_schema(definition)

    told = {page: sorted(told_on((DOCS / page).read_text(encoding="utf-8"))) for page in expected}

    assert told == {page: sorted(names(schema)) for page, schema in expected.items()}


def test_a_resource_page_says_what_an_argument_is_and_what_it_costs() -> None:
    page = resource_page(Cupboard, 'resource "glbr_cupboard" "a" {}', "import {\n  to = glbr_cupboard.a\n}", link)

    required, optional = page.index("## Required arguments"), page.index("## Optional arguments")
    assert required < page.index("- `name` (string) Name. 1 to 9 characters.") < optional
    assert "- `key` (string, sensitive) Opens it." in page
    assert "- `key_wo` (string, sensitive, write-only) Opens it. Write-only" in page
    assert "- `key_wo_version` (whole number) Change this number" in page
    assert "- `locked` (boolean) Locked. `true` when left out." in page
    assert "- `room` (string) Room. When left out, HPE tells it." in page
    assert "- `store_id` (string) Store. The `id` of a [protection_store](protection_store.md)." in page
    assert "- `kept` (period, such as `14 days`) How long." in page
    assert "- `shelves` (list of objects) Boards. At most 3 elements. See [`shelves`](#nested--shelves)." in page
    assert "- `colour` (string, forces a new object) Colour." in page[page.index("### Nested object `shelves`") :]
    assert "## Results\n\n- `id` (string) Identifier made by HPE.\n- `made` (string) Made." in page
    assert "`opened`" not in page
    assert "terraform import glbr_cupboard.a '<id or name>'" in page
    assert "  Keeps things.\n---" in page


def test_a_data_source_page_says_how_the_object_is_found() -> None:
    page = data_source_page(Cupboard, "", link)

    optional = page[page.index("## Optional arguments") : page.index("## Results")]
    assert told_on(optional) == ["id", "name"]
    assert "`opened` (whole number) How often." in page
    assert "key" not in told_on(page)


class Hook(Cupboard):
    """A hook in a cupboard."""

    collection = "/cupboards/{cupboard_id}/hooks"
    sources = ("many",)
    sortable = False

    cupboard_id: str = parent("Cupboard.", to="cupboard")


def test_a_list_page_speaks_of_sorting_and_of_the_object_alone_only_where_there_is_any() -> None:
    sorted_page, plain = list_page(Cupboard, "", link), list_page(Hook, "", link)

    assert "Each has the attributes of `glbr_cupboard`." in sorted_page
    assert sorted_page.count("`sort`") == 4
    assert "glbr_hook`" not in plain
    assert "`sort`" not in plain


def test_only_a_resource_page_says_that_another_object_above_makes_a_new_one() -> None:
    resource = resource_page(Hook, "", "", link)
    data_sources = [data_source_page(Hook, "", link), list_page(Hook, "", link)]

    assert "- `cupboard_id` (string, forces a new object) Cupboard." in resource
    assert all("- `cupboard_id` (string) Cupboard." in page for page in data_sources)


def test_a_list_page_names_the_filters_only_where_hpe_has_any() -> None:
    class Drawer(Cupboard):
        """A drawer."""

        filterable = ()

    with_filters, without = list_page(Cupboard, "", link), list_page(Drawer, "", link)

    assert "all conditions of `filters`" in with_filters
    assert "filters" not in without
