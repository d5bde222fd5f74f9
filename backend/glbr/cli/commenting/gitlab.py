"""Notes of a merge request on GitLab."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from glbr.cli.commenting.forge import Api, Comment, NotPosted, identifier_of


class GitLab:
    """One merge request."""

    def __init__(self, address: str, token: str, project: str, number: str) -> None:
        self._api = Api(address, token, {"private-token": token})
        self._notes = f"/projects/{quote(project, safe='')}/merge_requests/{number}/notes"
        self.place = f"{project}!{number}"

    def me(self) -> str:
        """The user name of the token's owner.

        Raises:
            NotPosted: the token cannot tell; that of a job cannot, and may not write notes either.
        """
        told = self._api.ask("GET", "/user")
        if not isinstance(told, Mapping) or "username" not in told:
            raise NotPosted(
                "GitLab does not tell whose token this is", "Use a project access token with the scope api."
            )
        return str(told["username"])

    def comments(self) -> Iterator[Comment]:
        """All notes, oldest first."""
        for item in self._api.pages(self._notes, {"sort": "asc", "order_by": "created_at"}):
            author = item.get("author")
            name = str(author.get("username")) if isinstance(author, Mapping) else ""
            yield Comment(identifier_of(item), name, str(item.get("body") or ""))

    def add(self, body: str) -> None:
        """Write a new note."""
        self._api.ask("POST", self._notes, body=body)

    def replace(self, comment: Comment, body: str) -> None:
        """Write another text into a note."""
        self._api.ask("PUT", f"{self._notes}/{comment.identifier}", body=body)
