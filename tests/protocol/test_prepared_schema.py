"""Terraform's first question is answered from a file, as long as that says what the definitions say."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from glbr.provider.front import SCHEMA, Front
from glbr.provider.prepared_schema import packed, prepared
from glbr.provider.schema_message import provider_schema_response
from glbr.provider.transport.methods import Method


class Loaded:
    """A provider that is loaded when it is needed."""

    def __init__(self) -> None:
        self.closed = False
        self.methods: Mapping[str, Method] = {SCHEMA: self.answer, "/other": self.answer}

    async def answer(self, request: bytes) -> bytes:
        return b"from the definitions"

    async def shutdown(self) -> None:
        self.closed = True


class Loading:
    """Counts how often a provider is loaded."""

    def __init__(self) -> None:
        self.loaded: list[Loaded] = []

    def __call__(self) -> Loaded:
        self.loaded.append(Loaded())
        return self.loaded[-1]


def test_the_file_says_what_the_definitions_say() -> None:
    assert prepared() == provider_schema_response().SerializeToString(deterministic=True)


def test_a_file_made_of_other_sources_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "schema.binpb"
    file.write_bytes(b"\0" * 32 + packed(b"old")[32:])

    assert prepared(file) is None
    assert prepared(tmp_path / "none") is None


async def test_the_first_question_loads_nothing() -> None:
    loading = Loading()
    front = Front(loading, lambda: b"from the file")

    answered = await front.methods[SCHEMA](b"")

    assert answered == b"from the file"
    assert loading.loaded == []


async def test_without_a_file_of_today_the_definitions_answer() -> None:
    loading = Loading()
    front = Front(loading, lambda: None)

    answered = await front.methods[SCHEMA](b"")

    assert answered == b"from the definitions"
    assert len(loading.loaded) == 1


async def test_everything_else_loads_the_provider_once() -> None:
    loading = Loading()
    front = Front(loading, lambda: b"from the file")

    await front.methods["/other"](b"")
    again = await front.methods[SCHEMA](b"")

    assert again == b"from the file"
    assert set(front.methods) == {SCHEMA, "/other"}
    assert len(loading.loaded) == 1
    await front.shutdown()
    assert loading.loaded[0].closed


async def test_a_provider_that_cannot_be_loaded_says_why() -> None:
    def broken() -> Loaded:
        raise RuntimeError("a part is missing")

    front = Front(broken, lambda: b"from the file")

    with pytest.raises(Exception, match="a part is missing"):
        await front.methods["/other"](b"")
