"""Issues metadata: the words that issues can be sorted and found by."""

from glbr.definition import Block, Observed, Timestamp, result


class IssueWord(Block):
    """One word, and how people read it."""

    key: str | None = result("The word, as filters of issues take it.")
    value: str | None = result("The word, as the console shows it.")


class IssuesMetadata(Observed):
    """The categories, services and severities that issues can have."""

    collection = "/data-services/v1beta1/issues-metadata"
    sources = ("many",)
    sortable = False

    name: str | None = result("Name of the set of words.")
    categories: list[IssueWord] | None = result("What an issue can concern.")
    services: list[IssueWord] | None = result("Services that raise issues.")
    severities: list[IssueWord] | None = result("How bad an issue can be.")
    created_at: Timestamp | None = result("When it was made.")
    resource_uri: str | None = result("API path of the set of words.")
