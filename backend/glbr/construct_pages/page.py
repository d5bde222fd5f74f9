"""The page of one construct, value or function."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from glbr.construct_pages.snippet import APP, Json, Outcome, Snippet
from glbr.construct_pages.sources import Call, Entry, Public

_WIDTH: Final = 96
_EVERYWHERE: Final = ("scope", "id_")
"""Arguments that need no word on each page."""

_MOST, _FEW, _LONGEST = 20, 3, 1000
"""So many entries, or letters, are shown in full; of more, a few."""

_KINDS: Final = {"resource": ("Makes", "resources"), "data": ("Looks up", "data-sources")}


def page(public: Public, snippet: Snippet, outcome: Outcome) -> str:
    """A page in Markdown.

    Args:
        public: What the sources say of it.
        snippet: A few lines that use it.
        outcome: What comes of them.
    """
    parts = [f"# {public.name}", prose(public.about), f"`from glbr_constructs import {public.name}`"]
    place = "Inside of a stack, which is `self`" + (f", of an application `{APP}`:" if snippet.wants_app else ":")
    parts += ["## Example", place, fenced(snippet.text(), "python")]
    if outcome.printed:
        parts += ["It prints:", fenced(outcome.printed, "text")]
    becomes = outcome.becomes
    if becomes:
        parts += ["## What it becomes", "\n".join(_types(becomes)), fenced(_compact(becomes), "json")]
    if public.made is not None:
        parts += _section("Arguments", entries(public.made.arguments))
        parts += _section("Errors", _errors(public.made))
    looked_up = [call for call in public.calls if call.of_class and call.name.startswith("from_")]
    ready_made = [call for call in public.calls if call.of_class and call not in looked_up]
    methods = [call for call in public.calls if not call.of_class]
    parts += _section("Ready-made", _calls(ready_made, public.name))
    parts += _section("Methods", _calls(methods, ""))
    title = "Attributes" if public.made is not None or not public.is_data else "Arguments and attributes"
    parts += _section(title, entries(public.attributes, of_what_is_there=True))
    parts += _section("Look-ups", _calls(looked_up, public.name))
    if "Managed" in public.bases:
        parts += ["## Below it", _below(becomes)]
    return "\n\n".join(part for part in parts if part) + "\n"


def entries(listed: Iterable[Entry], *, of_what_is_there: bool = False) -> str:
    """A list of arguments or attributes: type, whether it can be left out, what it is."""
    return "\n".join(_entry(entry, of_what_is_there) for entry in listed)


def prose(text: str) -> str:
    """Paragraphs and entries of lists of a docstring, each in one line."""
    lines = re.sub(r"(?<=\S)\n(?![\n*-])\s*", " ", text.strip())
    return re.sub(r"^ *\* ", "- ", lines, flags=re.MULTILINE)


def fenced(text: str, language: str) -> str:
    """A block of code."""
    return f"```{language}\n{text.strip()}\n```"


def registry_links(terraform_type: str, kind: str, up: str) -> str:
    """A link to the registry page of a resource or data source, from a page that is `up` from the folder of pages."""
    noun = terraform_type.removeprefix("glbr_")
    return f"[{terraform_type}]({up}{_KINDS[kind][1]}/{noun}.md)"


def _entry(entry: Entry, of_what_is_there: bool) -> str:
    is_optional = entry.default == "None"
    annotation = entry.annotation.removesuffix(" | None") if is_optional else entry.annotation
    facts = [f"`{annotation}`"] if annotation else []
    if entry.default is not None:
        facts.append("optional" if is_optional else f"`{entry.default}` when left out")
    elif not of_what_is_there:
        facts.append("required")
    about = f" {entry.about}" if entry.about else ""
    return f"- `{entry.name}`" + (f" ({', '.join(facts)})" if facts else "") + about


def _section(title: str, text: str) -> list[str]:
    return [f"## {title}", text] if text else []


def _errors(call: Call) -> str:
    return "\n".join(f"- `{error.name}`: {error.about}" for error in call.errors)


def _calls(calls: Iterable[Call], owner: str) -> str:
    return "\n\n".join(_call(call, owner) for call in calls)


def _call(call: Call, owner: str) -> str:
    lines = [
        f"### `{owner}{'.' if owner else ''}{call.name}`",
        fenced(_folded(call.signature), "python"),
        prose(call.about),
    ]
    told = [entry for entry in call.arguments if entry.about and entry.name not in _EVERYWHERE]
    if told:
        lines.append("\n".join(f"- `{entry.name}`: {entry.about}" for entry in told))
    if call.errors:
        lines.append(_errors(call))
    return "\n\n".join(line for line in lines if line)


def _folded(signature: str) -> str:
    """A signature, one parameter in a line where it would be too long."""
    if len(signature) <= _WIDTH:
        return signature
    head, _, rest = signature.partition("(")
    inner, _, tail = rest.rpartition(")")
    parts = re.split(r", (?![^\[(]*[\])])", inner)
    return f"{head}(\n" + "".join(f"    {part},\n" for part in parts) + f"){tail}"


def _types(becomes: Json) -> Iterator[str]:
    """Which resources and data sources a snippet brings about, with links to their pages."""
    for kind, (verb, _) in _KINDS.items():
        held = becomes.get(kind)
        if isinstance(held, dict):
            links = ", ".join(registry_links(name, kind, "../") for name in held if name.startswith("glbr_"))
            yield f"{verb} {links}.  " if kind == "resource" and "data" in becomes else f"{verb} {links}."


def _below(becomes: Json) -> str:
    held = becomes.get("resource")
    names = sorted(held) if isinstance(held, dict) else []
    links = ", ".join(f"[{name}](l1/{name.removeprefix('glbr_')}.md)" for name in names if name.startswith("glbr_"))
    return (
        "`.resource` (and `node.default_child`) is the resource itself, one to one as in Terraform: for what is not offered "
        f"here, such as `lifecycle`, call `.resource.add_override(...)`. All classes of that level: {links}. "
        "`.acknowledge(...)` accepts what a rule finds here, for a while: the arguments are those of "
        "[acknowledge](acknowledge.md)."
    )


def _compact(value: object, indent: int = 0) -> str:
    """JSON in which whatever fits into a line stands in one."""
    value = _shortened(value)
    inline = json.dumps(value, ensure_ascii=False)
    pad, inner = " " * indent, " " * (indent + 2)
    if not isinstance(value, dict | list) or not value or (indent >= 6 and len(inline) + indent <= _WIDTH):
        return inline
    if isinstance(value, dict):
        items = [f"{inner}{json.dumps(key)}: {_compact(item, indent + 2)}" for key, item in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{pad}}}"
    return "[\n" + ",\n".join(f"{inner}{_compact(item, indent + 2)}" for item in value) + f"\n{pad}]"


def _shortened(value: object) -> object:
    """A value of which there are thousands, with the first few of them."""
    if isinstance(value, dict | list) and len(value) > _MOST:
        left = f"… {len(value) - _FEW} more"
        if isinstance(value, list):
            return [*value[:_FEW], left]
        return dict(list(value.items())[:_FEW]) | {left: ""}
    if isinstance(value, str) and len(value) > _LONGEST:
        return f"{value[:_WIDTH]} … {len(value) - _WIDTH} letters more"
    return value
