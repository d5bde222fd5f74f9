"""`glbr comment`: one comment per stack, in its place, never an older one over a newer, whatever the forge does."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from glbr.cli.commenting.forge import Busy, NotPosted
from glbr.cli.commenting.place import Asked, forge_of
from glbr.cli.commenting.posting import post
from glbr.review.views.marker import Marker

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ME, SOMEBODY = "review-bot", "mallory"


class PretendForge(ThreadingHTTPServer):
    """As much of both forges as comments need: their lists come in pages."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.comments: list[dict[str, object]] = []
        self.failures: list[int] = []
        self.refusals: list[tuple[int, object, dict[str, str]]] = []
        self.lost_answers = 0
        self.writes: list[str] = []
        self.tokens: set[str] = set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def hold(self, body: str, author: str = ME) -> None:
        names = {"user": {"login": author}, "author": {"username": author}}
        self.comments.append({"id": len(self.comments) + 1, "body": body, **names})


class Handler(BaseHTTPRequestHandler):
    server: PretendForge

    def log_message(self, *arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.tokens.add(self.headers.get("authorization") or self.headers.get("private-token") or "")
        if self.server.failures:
            return self.answer(self.server.failures.pop(0), {"message": "try again"})
        if self.server.refusals:
            return self.answer(*self.server.refusals.pop(0))
        if self.path.startswith("/user"):
            return self.answer(200, {"login": ME, "username": ME})
        page = int(self.path.split("page=")[-1]) - 1
        return self.answer(200, self.server.comments[page * 100 : page * 100 + 100])

    def do_POST(self) -> None:
        self.server.writes.append(self.command)
        self.server.hold(self.told())
        if self.server.lost_answers:
            self.server.lost_answers -= 1
            return self.answer(502, {"message": "lost"})
        return self.answer(201, {})

    def do_PATCH(self) -> None:
        self.server.writes.append(self.command)
        number = int(self.path.rpartition("/")[2])
        self.server.comments[number - 1]["body"] = self.told()
        self.answer(200, {})

    def do_PUT(self) -> None:
        self.do_PATCH()

    def told(self) -> str:
        return json.loads(self.rfile.read(int(self.headers["content-length"])))["body"]

    def answer(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        whole = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {**(headers or {}), "content-length": str(len(whole))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(whole)


@pytest.fixture
def forge() -> Iterator[PretendForge]:
    server = PretendForge()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def review(hour: int = 12, stack: str = "clinic", words: str = "blocked") -> tuple[str, Marker]:
    marker = Marker(stack, datetime(2026, 11, 23, hour, tzinfo=UTC), "0123456789abcdef")
    return f"{marker}\n### {words}\n", marker


def place(kind: str, server: PretendForge) -> object:
    names = {"github": "GITHUB_TOKEN", "gitlab": "GITLAB_TOKEN"}
    return forge_of(Asked(kind, "octo/clinic", "12", server.address), {names[kind]: "a-token"})  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_review_is_added_once_and_then_updated_in_its_place(kind: str, forge: PretendForge) -> None:
    for number in range(150):
        forge.hold(f"talk {number}", SOMEBODY)
    there, pauses = place(kind, forge), []

    done = [
        post(there, *review(10), now=NOW, pause=pauses.append),
        post(there, *review(10), now=NOW, pause=pauses.append),
        post(there, *review(11, words="clean"), now=NOW, pause=pauses.append),
        post(there, *review(11, stack="other"), now=NOW, pause=pauses.append),
        post(there, *review(10), now=NOW, pause=pauses.append),
    ]

    assert done == ["added", "unchanged", "updated", "added", "newer there"]
    assert [comment["body"] for comment in forge.comments[150:]] == [
        review(11, words="clean")[0],
        review(11, stack="other")[0],
    ]
    assert pauses == []
    assert forge.tokens == {"Bearer a-token" if kind == "github" else "a-token"}


def test_a_comment_by_somebody_else_with_our_first_line_is_neither_heeded_nor_changed(forge: PretendForge) -> None:
    forged = review(23)[0]
    forge.hold(forged, SOMEBODY)
    forge.hold(review()[0].replace("2026-11-23", "2099-11-23"))

    done = post(place("github", forge), *review(9), now=NOW, pause=lambda _: None)

    assert done == "added"
    assert forge.comments[0]["body"] == forged


def test_a_busy_forge_is_asked_again_and_a_lost_answer_writes_nothing_twice(forge: PretendForge) -> None:
    pauses: list[float] = []
    forge.failures, forge.lost_answers = [503], 1

    done = post(place("github", forge), *review(), now=NOW, pause=pauses.append)

    assert (done, forge.writes, len(pauses)) == ("unchanged", ["POST"], 2)


def test_a_forge_that_stays_busy_or_refuses_is_an_error(forge: PretendForge) -> None:
    forge.failures = [503] * 9
    with pytest.raises(Busy, match="answered 503"):
        post(place("github", forge), *review(), now=NOW, pause=lambda _: None)
    forge.failures = [401]
    with pytest.raises(NotPosted, match="answered 401") as refused:
        post(place("gitlab", forge), *review(), now=NOW, pause=lambda _: None)
    assert "It says: try again" in refused.value.detail
    assert forge.writes == []


def test_the_command_takes_what_the_job_knows_and_says_what_is_missing(person, forge: PretendForge) -> None:
    (person.folder / "review.md").write_text(review()[0])
    (person.folder / "other.md").write_text("# Notes\n")
    (person.folder / "event.json").write_text('{"pull_request": {"number": 7}}')
    job = {
        "GITHUB_TOKEN": "a-secret-token",
        "GITHUB_API_URL": forge.address,
        "GITHUB_REPOSITORY": "octo/clinic",
        "GITHUB_EVENT_PATH": str(person.folder / "event.json"),
    }
    without = person.glbr("comment", "review.md", "--to", "github")
    person.environment |= job

    posted, foreign = person.glbr("comment", "review.md"), person.glbr("comment", "other.md")

    assert (without.returncode, posted.returncode, foreign.returncode) == (1, 0, 1)
    assert without.stderr.startswith("Error: There is no token to post with")
    assert posted.stdout == "octo/clinic#7: added\n"
    assert foreign.stderr.startswith("Error: other.md is no review")
    assert "a-secret-token" not in posted.stdout + posted.stderr + foreign.stderr


GITHUB = {"GITHUB_TOKEN": "a-secret-token", "GITHUB_REPOSITORY": "octo/clinic"}
GITLAB = {"GITLAB_TOKEN": "a-secret-token", "CI_PROJECT_ID": "34", "CI_MERGE_REQUEST_IID": "12"}


@pytest.mark.parametrize(
    ("asked", "environment", "said"),
    [
        (Asked(number="7/../../8"), GITHUB, "no number of the pull request"),
        (Asked(number="\u0667"), GITHUB, "no number of the pull request"),
        (Asked("gitlab"), GITLAB | {"CI_MERGE_REQUEST_IID": "12/notes?x="}, "no number of the merge request"),
        (Asked(repository="octo/clinic/issues", number="7"), GITHUB, "no repository"),
        (Asked(number="7"), GITHUB | {"GITHUB_REPOSITORY": "../clinic"}, "no repository"),
        (Asked("gitlab", "clinic"), GITLAB, "no project"),
        (Asked("gitlab", "group/../clinic"), GITLAB, "no project"),
        (Asked(number="7", address="forge.example"), GITHUB, "no address"),
        (Asked(number="7", address="ftp://forge.example"), GITHUB, "no address"),
        (Asked(number="7", address="https://forge.example:x"), GITHUB, "no address"),
        (Asked(number="7", address="https://somebody:a-password@forge.example"), GITHUB, "no address"),
        (Asked(number="7", address="http://forge.example"), GITHUB, "in clear"),
        (Asked(number="7", address="http://127.0.0.1.forge.example"), GITHUB, "in clear"),
        (Asked(number="7"), GITHUB | {"GITHUB_TOKEN": "s\u00e9same"}, "is no token"),
        (Asked(number="7"), GITHUB | {"GITHUB_TOKEN": "one\ntwo"}, "is no token"),
        (Asked(number="a-secret-token"), GITHUB, "no number"),
    ],
)
def test_what_cannot_be_a_place_to_post_to_is_refused_before_anything_is_asked(
    asked: Asked, environment: dict[str, str], said: str
) -> None:
    with pytest.raises(NotPosted, match=said) as refused:
        forge_of(asked, environment)
    for secret in ("a-secret-token", "s\u00e9same", "one\ntwo", "a-password"):
        assert secret not in str(refused.value)


def test_projects_have_paths_and_a_token_from_a_file_its_line_break(forge: PretendForge) -> None:
    there = forge_of(
        Asked("gitlab", "group/of/clinic", "12", forge.address), GITLAB | {"GITLAB_TOKEN": "a-secret-token\n"}
    )

    assert post(there, *review(), now=NOW, pause=lambda _: None) == "added"
    assert forge.tokens == {"a-secret-token"}


def test_what_a_forge_says_is_quoted_without_the_token_and_harmless(forge: PretendForge) -> None:
    forge.refusals = [(403, {"message": f"\x1b[31mno: Bearer a-token {'x' * 900}"}, {})]
    with pytest.raises(NotPosted, match="answered 403") as refused:
        post(place("gitlab", forge), *review(), now=NOW, pause=lambda _: None)
    assert "no: Bearer (the token) xxx" in refused.value.detail
    assert "a-token" not in str(refused.value)
    assert refused.value.detail.isprintable()
    assert len(refused.value.detail) < 420


def test_a_repository_that_has_moved_and_a_comment_without_a_number_are_errors(forge: PretendForge) -> None:
    elsewhere = {"location": "https://other.example/repositories/9/issues/12/comments"}
    for kind in ("github", "gitlab"):
        forge.refusals = [(200, {"login": ME, "username": ME}, {}), (301, {}, elsewhere)]
        with pytest.raises(NotPosted, match="has moved") as moved:
            post(place(kind, forge), *review(), now=NOW, pause=lambda _: None)
        assert "now at /repositories/9/issues/12/comments. " in moved.value.detail
    for identifier in (None, "1/../../9", True, -1):
        forge.comments = [{"id": identifier, "body": review(9)[0], "user": {"login": ME}}]
        with pytest.raises(NotPosted, match="without a number"):
            post(place("github", forge), *review(), now=NOW, pause=lambda _: None)
    assert forge.writes == []


def test_a_file_that_is_no_utf_8_is_no_review(person) -> None:
    (person.folder / "review.md").write_bytes(review()[0].encode("utf-16"))

    done = person.glbr("comment", "review.md")

    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "Error: review.md is no review")
