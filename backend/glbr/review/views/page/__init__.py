"""The page: a whole review in one HTML file that loads nothing, runs nothing and can be read by everybody."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from glbr.review.report import Report
from glbr.review.views import words
from glbr.review.views.page.sections import Sections

_TEMPLATE: Final = "page.html.j2"
_CODE: Final = re.compile("`([^`]+)`")


def page(report: Report) -> str:
    """Write the page of a review. The same review gives the same bytes."""
    environment, style = _environment(), _style()
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    template = environment.get_template(_TEMPLATE)
    return template.render(report=report, sections=Sections(report), style=Markup(style), policy=policy) + "\n"  # noqa: S704 (our own file)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals["words"] = words
    environment.filters["prose"] = _prose
    return environment


@cache
def _style() -> str:
    return _source("page.css")


def _source(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _digest(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode()


def _prose(text: str) -> Markup:
    """A text as rules write it: what stands between backticks is code; a backtick without a partner stays one."""
    parts = _CODE.split(words.plain(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else part for place, part in enumerate(parts)
    )


def _shown(value: object) -> object:
    """Every text that gets into the page goes through here: what cannot be seen in it is taken away, then it is escaped."""
    return words.plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
