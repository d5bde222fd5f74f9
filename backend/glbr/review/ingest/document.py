"""Tell what a document is. A plan and a configuration go on; everything else gets one clear line, and what to do."""

import codecs
import re
from typing import Final, NoReturn

import pydantic
import pydantic_core

from glbr.review.ingest.shapes import Document
from glbr.review.problem import ReviewProblem

MAKE_A_PLAN: Final = "Make one with: terraform plan -out=p && terraform show -json p > plan.json"
_SHAPES: Final = (
    "Both are an object: a plan has format_version and resource_changes, a configuration has resource. " + MAKE_A_PLAN
)
NEWEST: Final = 1
"""Newest major version of Terraform's plan format that is understood."""

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONFIGURATION: Final = ("resource", "module", "data", "provider", "variable", "output", "locals", "terraform", "moved")


_DOCUMENT: Final = pydantic.TypeAdapter(Document)


def read_document(data: bytes, name: str) -> Document:
    """The document, as far as it is looked at.

    Raises:
        ReviewProblem: it is neither a plan nor a configuration in JSON.
    """
    data = _decoded(data, name)
    _refuse_what_is_no_json(data, name)
    try:
        # Reading everything and dropping most of it takes half the time and memory of reading by a schema.
        whole = pydantic_core.from_json(data, allow_inf_nan=False)
    except ValueError as invalid:
        _refuse_broken(len(data), name, str(invalid))
    try:
        found = _DOCUMENT.validate_python(whole)
    except pydantic.ValidationError as invalid:
        _refuse_misshapen(name, invalid)
    _refuse_what_is_something_else(found, name)
    return found


def is_plan(document: Document) -> bool:
    """Whether it is a plan; otherwise it is a configuration."""
    return "format_version" in document


def _decoded(data: bytes, name: str) -> bytes:
    """The document in UTF-8. PowerShell writes UTF-16."""
    if data.startswith(b"PK\x03\x04"):
        raise ReviewProblem(
            f"{name} is a binary plan, not its JSON", f"Show it as JSON first: terraform show -json {name} > plan.json"
        )
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\0" in data[:2]:
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    try:
        text = data.decode(encoding).lstrip("\ufeff").encode() if encoding else data
    except UnicodeError as invalid:
        raise ReviewProblem(
            f"{name} is not text: {encoding} does not fit at byte {getattr(invalid, 'start', 0)}",
            "Write it as UTF-8 or UTF-16. " + MAKE_A_PLAN,
        ) from None
    if not text.strip():
        raise ReviewProblem(
            f"{name} is empty", MAKE_A_PLAN + ". An empty file is mostly left by a command that failed."
        )
    return text


def _refuse_what_is_no_json(data: bytes, name: str) -> None:
    start = data[:4096].lstrip()
    if start.startswith(b"{"):
        first = start.split(b"\n", 1)[0]
        if b'"@level"' in first and b'"@message"' in first:
            raise ReviewProblem(
                f"{name} is the progress of terraform plan -json, a message per line, not a plan", MAKE_A_PLAN
            )
        return
    if re.match(
        rb"\s*(?:#.*\n|//.*\n|\s)*(?:terraform|resource|provider|module|variable|data|locals)\b[^\n]*\{", start
    ):
        raise ReviewProblem(
            f"{name} is Terraform's own language, not a plan", "It is reviewed by its plan. " + MAKE_A_PLAN
        )
    if re.search(rb"Terraform will perform|OpenTofu will perform|No changes\.|# glbr_", data[:65536]):
        raise ReviewProblem(f"{name} is a plan as text, not as JSON", "Add -json to terraform show. " + MAKE_A_PLAN)
    if _is_json(data):
        raise ReviewProblem(f"{name} is JSON, but neither a plan nor a configuration", _SHAPES)
    raise ReviewProblem(
        f"{name} is not JSON: it starts with {quoted(start[:48].decode(errors='replace'))}", MAKE_A_PLAN
    )


def _is_json(data: bytes) -> bool:
    try:
        pydantic_core.from_json(data, allow_inf_nan=False)
    except ValueError:
        return False
    return True


def quoted(text: str, most: int = 12) -> str:
    """The first few characters, harmless: what somebody gives by mistake may hold anything."""
    word = text[:most]
    return repr("".join(letter if letter.isprintable() else "\ufffd" for letter in word))


def _refuse_misshapen(name: str, invalid: pydantic.ValidationError) -> NoReturn:
    problem = invalid.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in problem["loc"])
    raise ReviewProblem(
        f"{name} is not a plan as Terraform writes it: {place}: {problem['msg'].lower()}",
        "Give the JSON just as terraform show -json wrote it. " + MAKE_A_PLAN,
    ) from None


def _refuse_broken(size: int, name: str, said: str) -> NoReturn:
    if said.startswith("EOF"):
        raise ReviewProblem(
            f"{name} is cut off after {size:,} bytes: {said}",
            "The disk may be full, or the command was stopped. " + MAKE_A_PLAN,
        ) from None
    raise ReviewProblem(f"{name} is not JSON: {said}", MAKE_A_PLAN) from None


def _refuse_what_is_something_else(document: Document, name: str) -> None:
    if ("lineage" in document and "version" in document) or ("format_version" in document and "values" in document):
        raise ReviewProblem(f"{name} is a state, not a plan", MAKE_A_PLAN)
    if "format_version" not in document:
        if any(key in document for key in _CONFIGURATION):
            return
        if "planned_values" in document or "resource_changes" in document:
            raise ReviewProblem(
                f"{name} has no format_version: it is not a plan as Terraform writes it",
                "Give the whole JSON, not a part of it. " + MAKE_A_PLAN,
            )
        raise ReviewProblem(
            f"{name} is JSON, but neither a plan nor a configuration",
            _SHAPES,
        )
    version = document["format_version"]
    if not isinstance(version, str):
        told = type(version).__name__ if isinstance(version, (dict, list)) else str(version)
        raise ReviewProblem(
            f"{name} has plan format {told[:12]}, which is no text",
            'Terraform writes "format_version": "1.2", in quotes. Give the JSON just as it wrote it. ' + MAKE_A_PLAN,
        )
    major = re.match(r"(\d+)(\.\d+)*$", version)
    if major is None or int(major[1]) > NEWEST:
        raise ReviewProblem(
            f"{name} has plan format {quoted(version)[1:-1]}, which this version of glbr does not know",
            f"Known are 0.x and {NEWEST}.x. Take a newer glbr, or an older Terraform.",
        )
    plan_keys = ("resource_changes", "planned_values", "configuration", "prior_state")
    if not any(key in document for key in plan_keys):
        if len(document) <= 2:
            raise ReviewProblem(f"{name} is an empty state, not a plan", MAKE_A_PLAN)
        raise ReviewProblem(f"{name} has a format_version, but nothing of a plan", MAKE_A_PLAN)
