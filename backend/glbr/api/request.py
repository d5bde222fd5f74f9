"""One call to HPE and its answer, free of any HTTP library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from glbr.api.errors import UnexpectedReply


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask of HPE, and in which words to speak of it if it fails.

    `path` starts with a slash and holds no host, so that the token can only go to the endpoint of the settings.
    """

    method: str
    path: str
    doing: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, object] | None = None

    def __post_init__(self) -> None:
        if not self.path.startswith("/"):
            msg = f"A path at HPE starts with a slash, which {self.path!r} does not"
            raise ValueError(msg)

    @property
    def content_type(self) -> str:
        """The media type of the body: HPE takes changes as merge patches only."""
        return "application/merge-patch+json" if self.method == "PATCH" else "application/json"


@dataclass(frozen=True, slots=True)
class Reply:
    """What HPE answered. `headers` are found by lower-case name; an empty body is None."""

    status: int
    headers: Mapping[str, str]
    body: Mapping[str, object] | None
    doing: str = "calling HPE"

    @property
    def operation_id(self) -> str | None:
        """The operation that HPE started, None when the answer is already the result.

        `Location` has been seen as a path of two kinds (`/data-services/…/async-operations/{id}`, `/api/v1/tasks/{id}`);
        the id is the last segment of either, and of a whole URL.
        """
        if self.status != 202:
            return None
        segment = urlsplit(self.headers.get("location", "")).path.rstrip("/").rpartition("/")[2]
        if not segment:
            raise UnexpectedReply(
                doing=self.doing,
                what="HPE accepted the request (202) but did not say which operation to follow: the answer has no "
                "usable Location header. The work may be going on at HPE; look there before repeating it.",
            )
        return unquote(segment)
