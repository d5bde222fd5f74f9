"""Finds the `glbr` command lines in pipelines, hooks and pages, and holds them to the options that there are."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import yaml

from glbr.cli.command import glbr
from glbr.cli.reviewing.outputs import outputs

_SHELL_KEYS = frozenset({"run", "script", "before_script", "after_script", "entry", "command"})
_BEFORE_A_COMMAND = frozenset({"!", "if", "then", "else", "do"})
_FENCES = re.compile(r"^```(?:console|sh|shell|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SPANS = re.compile(r"`(glbr [a-z][^`\n]*)`")


def scripts_in(file: Path) -> Iterator[str]:
    """The shell scripts of a YAML file, or those between the fences and backticks of a page."""
    text = file.read_text()
    if file.suffix == ".md":
        yield from _FENCES.findall(text)
        yield from _SPANS.findall(text)
    else:
        yield from _shell(yaml.safe_load(text), told="")


def _shell(node: object, told: str) -> Iterator[str]:
    if isinstance(node, str) and told in _SHELL_KEYS:
        yield from [words[2]] if (words := node.split(" ", 2))[:2] == ["bash", "-c"] else [node]
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _shell(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _shell(value, told)


def glbr_lines(script: str) -> Iterator[list[str]]:
    """Arguments of each call of `glbr` in a script, wherever in a line it stands."""
    for line in script.replace("\\\n", " ").strip("'\n").splitlines():
        words: list[str] = []
        lexer = shlex.shlex(line.removeprefix("$ "), posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        for word in [*lexer, ";"]:
            if word and set(word) <= set("();<>|&"):
                if words[:1] == ["glbr"]:
                    yield words[1:]
                words = []
            elif words or word not in _BEFORE_A_COMMAND:
                words.append(word)


def check(arguments: list[str]) -> None:
    """See that a command line is one that `glbr` takes, without running it.

    Raises:
        click.UsageError: An option or a value is unknown, or there is too much on the line.
    """
    name, *rest = arguments
    context = click.Context(glbr, info_name="glbr")
    command = glbr.get_command(context, name)
    assert command is not None, f"there is no glbr {name}"
    own = click.Context(command, context, info_name=name, **command.context_settings)
    given, left, _ = command.make_parser(own).parse_args(list(rest))
    assert not left, f"glbr {name}: what are {left}?"
    for parameter in command.params:
        if isinstance(parameter.type, click.Choice) and isinstance(given.get(parameter.name or ""), str):
            parameter.type.convert(given[parameter.name or ""], parameter, None)
    outputs(given.get("wanted") or ())
