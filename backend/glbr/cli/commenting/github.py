"""Comments of a pull request on GitHub."""

from collections.abc import Iterator, Mapping

from glbr.cli.commenting.forge import Api, Busy, Comment, NotPosted, identifier_of

_ACTIONS = "github-actions[bot]"
"""Who writes with the token of a workflow, which may not ask who it is."""


class GitHub:
    """One pull request."""

    def __init__(self, address: str, token: str, repository: str, number: str) -> None:
        headers = {
            "authorization": f"Bearer {token}",
            "accept": "application/vnd.github+json",
            "x-github-api-version": "2022-11-28",
        }
        self._api = Api(address, token, headers)
        self._repository = f"/repos/{repository}"
        self._number = number
        self.place = f"{repository}#{number}"

    def me(self) -> str:
        """The login of the token's owner."""
        try:
            told = self._api.ask("GET", "/user")
        except Busy:
            raise
        except NotPosted:
            return _ACTIONS
        return str(told.get("login") or _ACTIONS) if isinstance(told, Mapping) else _ACTIONS

    def comments(self) -> Iterator[Comment]:
        """All comments, oldest first."""
        for item in self._api.pages(f"{self._repository}/issues/{self._number}/comments", {}):
            user = item.get("user")
            author = str(user.get("login")) if isinstance(user, Mapping) else ""
            yield Comment(identifier_of(item), author, str(item.get("body") or ""))

    def add(self, body: str) -> None:
        """Write a new comment."""
        self._api.ask("POST", f"{self._repository}/issues/{self._number}/comments", body=body)

    def replace(self, comment: Comment, body: str) -> None:
        """Write another text into a comment."""
        self._api.ask("PATCH", f"{self._repository}/issues/comments/{comment.identifier}", body=body)
