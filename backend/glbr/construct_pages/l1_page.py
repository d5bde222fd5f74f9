"""The page of one generated module: its resource, its data sources, and what is nested in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from glbr.construct_pages.page import entries, fenced, prose, registry_links
from glbr.construct_pages.snippet import imported
from glbr.construct_pages.sources import Entry, Public, terraforms_own

KINDS: Final = {"Resource": "resource", "DataSource": "data"}


def l1_page(module: str, about: str, classes: Iterable[Public], snippets: Mapping[str, str]) -> str:
    """A page in Markdown.

    Args:
        module: Name of the module.
        about: What it says of itself.
        classes: Its classes, in the order in which they are written.
        snippets: By name of a class, a few lines that use it.
    """
    classes = list(classes)
    title, _, rest = about.partition(":")
    elements = [found for found in classes if "Nested" not in found.bases]
    return (
        "\n\n".join(
            [
                f"# {title.removesuffix('.')} (L1)",
                f"T{rest.strip()[1:]}" if rest else "",
                fenced(imported(f"glbr_constructs.l1.{module}", sorted(found.name for found in elements)), "python"),
                *(part for found in elements for part in _element(found, snippets[found.name])),
                *(part for found in classes if found not in elements for part in _nested(found)),
            ]
        ).replace("\n\n\n\n", "\n\n")
        + "\n"
    )


def kind_of(found: Public) -> str:
    """`resource`, `data`, or nothing for a provider block or what is nested."""
    return next((kind for base, kind in KINDS.items() if base in found.bases), "")


def is_terraforms_own(argument: Entry) -> bool:
    """Whether every resource takes the argument alike."""
    return argument.annotation.removesuffix(" | None") in terraforms_own()


def _element(found: Public, snippet: str) -> Iterator[str]:
    assert found.made is not None
    yield f"## {found.name}"
    kind = kind_of(found)
    # Of what is looked up, what it costs to manage is of no interest.
    yield prose(found.about.partition("\n\n")[0] if kind == "data" else found.about)
    if kind:
        link = registry_links(found.terraform_type, kind, "../../")
        yield f"{'Resource' if kind == 'resource' else 'Data source'} {link}."
    yield fenced(snippet, "python")
    own = [entry for entry in found.made.arguments if not is_terraforms_own(entry)]
    if own:
        yield "### Arguments"
        yield entries(sorted(own, key=lambda entry: entry.default is not None))
    told = [entry for entry in found.attributes if entry.name not in {argument.name for argument in own}]
    if told:
        yield "### Attributes"
        yield entries((Entry(entry.name, entry.about) for entry in told), of_what_is_there=True)


def _nested(found: Public) -> Iterator[str]:
    yield f"## {found.name}"
    yield f"{prose(found.about)} A dict with the same names does as well."
    yield entries(found.attributes)
