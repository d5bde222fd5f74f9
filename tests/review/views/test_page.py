"""The page: what is in it, that nothing breaks out of its place, and that it keeps its own strict policy."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.review.analysis.analysis import Analysis
from glbr.review.report import Report
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.rule import Rule
from glbr.review.views.page import page
from pictured_report import pictured
from report_parts import HOSTILE
from reports import EVERY, enormous, hostile
from rule_examples import analysis_of

VOID: Final = {"meta", "link", "br"}
EVERYTHING: Final = {"pictured": pictured, **EVERY}


@dataclass
class Element:
    """An element of the page, with what is in it."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, name: str = "") -> list["Element"]:
        inside = [child for child in self.children if isinstance(child, Element)]
        found = [one for child in inside for one in child.all(name)]
        return [self, *found] if name in ("", self.name) else found


class _Reader(HTMLParser):
    """Reads a page as strictly as XML: what is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(text: str) -> Element:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert len(reader.open) == 1, f"left open: {[element.name for element in reader.open]}"
    return reader.open[0]


def figure(document: Element, title: str) -> Element:
    return next(one for one in document.all("figure") if one.all("h3")[0].text.startswith(title))


def rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.all() if cell.name in {"td", "th"}] for row in table.all("tr")]


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_policy_lets_in_the_one_style_of_the_page_and_nothing_else(name: str) -> None:
    document = read(page(EVERYTHING[name]()))
    policy = next(one for one in document.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy")
    [style] = document.all("style")
    digest = b64encode(sha256(style.text.encode()).digest()).decode()
    assert policy.attributes["content"].split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    elements = document.all()
    assert not {"script", "img", "iframe", "object", "form", "base"} & {one.name for one in elements}
    names = {attribute for one in elements for attribute in one.attributes}
    assert not {one for one in names if one == "style" or one.startswith("on") or one in {"src", "srcset"}}
    assert "@import" not in style.text
    assert "url(" not in style.text


@pytest.mark.parametrize("name", EVERYTHING)
def test_links_lead_into_the_page_or_to_the_rules_alone(name: str) -> None:
    document = read(page(EVERYTHING[name]()))
    links = [one.attributes["href"] for one in document.all() if "href" in one.attributes]
    outside = [link for link in links if not link.startswith("#")]
    assert [link for link in outside if not link.startswith("https://docs.example/rules/")] == ["data:,"]


@pytest.mark.parametrize("documentation", ["", "javascript:alert(1)//", "data:text/html,"])
def test_an_address_that_is_none_makes_no_link(documentation: str) -> None:
    document = read(page(replace(pictured(), documentation=documentation)))
    assert {one.attributes["href"] for one in document.all("a")} == {"#findings"}


@pytest.mark.parametrize("name", EVERYTHING)
def test_ids_are_unique_and_whatever_refers_to_one_finds_it(name: str) -> None:
    document = read(page(EVERYTHING[name]()))
    elements = document.all()
    ids = Counter(one.attributes["id"] for one in elements if "id" in one.attributes)
    assert max(ids.values()) == 1
    for one in elements:
        for reference in one.attributes.get("aria-labelledby", "").split():
            assert reference in ids
        if one.attributes.get("href", "").startswith("#"):
            assert one.attributes["href"][1:] in ids
        if fill := re.fullmatch(r"url\(#(.+)\)", one.attributes.get("fill", "")):
            assert fill[1] in ids


@pytest.mark.parametrize("name", EVERYTHING)
def test_headings_go_down_one_step_at_a_time_from_a_single_first(name: str) -> None:
    levels = [int(one.name[1]) for one in read(page(EVERYTHING[name]())).all() if re.fullmatch("h[1-6]", one.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_picture_has_a_name_a_description_a_caption_and_a_text_twin(name: str) -> None:
    for one in read(page(EVERYTHING[name]())).all("figure"):
        drawing = next(svg for svg in one.all("svg") if svg.attributes.get("role") == "img")
        told = [part for part in drawing.children if isinstance(part, Element)][:2]
        assert [part.name for part in told] == ["title", "desc"]
        assert all(part.text.strip() for part in told)
        assert drawing.attributes["aria-labelledby"] == " ".join(part.attributes["id"] for part in told)
        assert one.all("figcaption")[0].text
        [table] = one.all("details")[0].all("table")
        cells = rows(table)
        assert len(cells) > 1
        assert {len(row) for row in cells} == {len(cells[0])}


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert page(EVERYTHING[name]()) == page(EVERYTHING[name]())


def test_the_head_says_the_outcome_and_the_headline_in_words() -> None:
    report = pictured()
    document = read(page(report))
    head = next(one for one in document.all("header") if "top" in one.attributes["class"])
    assert head.all("h1")[0].text == report.headline
    assert "blocked" in head.text
    counts = [
        [one.text.strip() for one in group.all() if one.name in {"dt", "dd"}]
        for group in document.all("dl")[0].all("div")
    ]
    assert counts == [
        ["blocking", "2"],
        ["for approval", "1"],
        ["undecidable", "0"],
        ["advice", "1"],
        ["so before", "0"],
        ["waived", "0"],
        ["rules passed", "2"],
    ]


def test_findings_come_worst_first_each_with_before_after_why_fix_and_place() -> None:
    articles = read(page(pictured())).all("article")
    assert [one.all("h3")[0].text for one in articles] == [
        "Asset loses all protection",
        "Off-site copy lost",
        "Lock shortened",
        "No restore evidence",
    ]
    shortened = re.sub(r"\s+", " ", articles[2].text)
    for said in (
        "needs approval",
        "before locked 2 weeks",
        "after locked 3 days",
        "Why it matters",
        "How to fix it",
        "Restore the value of before",
        "protections[1].schedules[0].lock_for",
        "stacks/prod/main.py:42",
    ):
        assert said in shortened


def test_code_in_the_words_of_a_rule_is_set_as_code() -> None:
    assert "expire_after" in {one.text for one in read(page(pictured())).all("code")}


def test_what_makes_a_review_less_than_whole_cannot_be_folded_away() -> None:
    document = read(page(EVERY["incomplete"]()))
    banner = next(one for one in document.all("section") if one.attributes.get("class") == "banner")
    assert "The plan is incomplete" in banner.text
    assert "ended with an error" in banner.text
    assert not any(banner in one.all() for one in document.all("details"))


def test_waived_findings_stay_with_reason_owner_and_end() -> None:
    folded = next(one for one in read(page(EVERY["blocked"]())).all("details") if "Waived" in one.text)
    for said in ("storage-team", "2027-01-31", "the old array is switched off", "CHG-123"):
        assert said in folded.text


def test_a_review_without_findings_says_so() -> None:
    assert "No rule has anything to say." in read(page(EVERY["clean"]())).text


def test_good_news_is_told_with_its_direction_in_words() -> None:
    cells = rows(read(page(pictured())).all("table")[0])
    assert ["strengthening", "lab · snapshot · 2 assets", "kept 2 days", "kept 3 days"] in cells
    assert cells[1][0] == "destructive"


def test_the_analysis_itself_draws_the_same_pictures_as_its_units_by_hand() -> None:
    report = pictured()
    real = read(page(replace(report, analysis=Analysis(report.analysis.model))))
    by_hand = read(page(report))
    titles = [one.all("h3")[0].text for one in by_hand.all("figure")]
    assert sorted(one.all("h3")[0].text for one in real.all("figure")) == sorted(titles)
    for title in (
        "The 3-2-1-1-0",
        "How far back one can go · gold: clinic",
        "What will still be recoverable · gold: clinic",
    ):
        twins = [sorted(rows(figure(document, title).all("table")[0])) for document in (real, by_hand)]
        assert twins[0] == twins[1]


@pytest.mark.parametrize("rule", list(catalogue().values())[::4], ids=lambda rule: rule.id)
def test_what_rules_fire_on_can_be_drawn(rule: Rule) -> None:
    analysis = analysis_of(rule.fires)
    document = read(page(replace(pictured(), analysis=analysis)))
    assert len(document.all("figure")) >= (2 if analysis.units else 0)
    assert "None" not in document.text


def test_hostile_names_are_shown_as_they_are_and_stay_in_their_place() -> None:
    text = page(hostile())
    document = read(text)
    for name in (
        "<script>alert(1)</script></details><!-- -->",
        "\"double\" 'single' &amp; &lt;",
        "{{ 7 * 7 }}",
        "]]> <![CDATA[ &entity;",
    ):
        assert name in document.text
    hidden = set(text) & {
        chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x200B, 0x202E, 0x2028, 0xFFFE)
    }
    assert not hidden
    text.encode()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE)), min_size=2, max_size=4))
def test_no_name_opens_or_closes_an_element(names: list[str]) -> None:
    allowed = {one.name for one in read(page(EVERY["blocked"]())).all()}
    assert {one.name for one in read(page(hostile(names))).all()} <= allowed


def test_a_page_of_ten_thousand_units_is_small() -> None:
    report = enormous()
    text = page(report)
    assert len(text.encode()) < 2_000_000
    told = read(text).text
    assert "more of the same" in told
    assert "more changing" in told


def _colours(style: str) -> list[dict[str, str]]:
    """The colours of the light and of the dark scheme."""
    found = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    return [found[0], {**found[0], **found[1]}]


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_and_signs_of_pictures_stand_out_in_light_and_dark(scheme: int) -> None:
    """What an accessibility checker does not look at: text and lines inside of drawings. WCAG AA asks for 4.5 and 3."""
    colour = _colours(read(page(pictured())).all("style")[0].text)[scheme]
    grounds = ("card", "sunk", "bad-bg", "good-bg", "open-bg")
    for ground in grounds:
        for ink in ("ink", "soft"):
            assert _contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)
    for ink in ("bad", "good", "open"):
        for ground in ("card", f"{ink}-bg"):
            assert _contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)
    for mark in ("mark", "past", "hatch", "bad", "good", "open"):
        assert _contrast(colour[mark], colour["card"]) >= 3, mark


def test_nothing_is_drawn_where_nothing_is_protected() -> None:
    report: Report = EVERY["incomplete"]()
    document = read(page(report))
    assert not document.all("figure")
    assert "nothing to draw" in document.text
