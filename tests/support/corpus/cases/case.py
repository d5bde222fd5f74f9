"""One case: how its plan comes about, and what a review must and must not say of it, written down by hand."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from corpus.from_rules import at_the_moment
from corpus.shelf import Entry, Json, Recording
from glbr.review.rules.estate import DATA, ESTATE
from glbr.review.rules.example import Edit
from rule_examples import Writing, as_document
from workspace import Workspace

CENTRAL: Final = ("1.10.5", "1.11.4", "1.12.2", "1.15.5")
"""The versions of Terraform that the central cases are made with."""

Script = Callable[[Workspace], Json]
"""Brings a plan about: everything from the first apply to the plan's JSON."""


@dataclass(frozen=True)
class Case:
    """One case of the corpus.

    Attributes:
        name: Short, with hyphens.
        about: What is difficult about it.
        script: How the plan comes about.
        says: What a review must say: starts of lines of findings, such as `DP-LOSS-002 fail glbr_protection_store.cloud`.
        silent: Rules that must not be heard: that would be a false alarm.
        outcome: What must come of it, if it is not left to the manifest.
        central: Whether it is made with every version.
        version: The version of Terraform it needs; empty for the usual one.
        patched: What was written into the plan by hand, and why.
    """

    name: str
    about: str
    script: Script
    says: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    outcome: str = ""
    central: bool = False
    version: str = ""
    patched: str = ""

    def __call__(self, workspace: Workspace) -> Recording:
        """Make the plan."""
        document = self.script(workspace)
        made = [
            "made by real commands of Terraform",
            *([f"written in by hand: {self.patched}"] if self.patched else []),
        ]
        return Recording(Entry(self.about, made, str(document["terraform_version"])), at_the_moment(document))


def configured(*edits: Edit, **blocks: object) -> Json:
    """The estate with edits, and with other blocks of Terraform's JSON beside it: `variable`, `module`, `check`, `moved`."""
    whole = as_document(Writing(json.loads(json.dumps({**DATA, **ESTATE}))).edit(edits))
    for name, block in blocks.items():
        if isinstance(block, dict) and name in whole:
            for kind, named in block.items():
                whole[name].setdefault(kind, {}).update(named)
        else:
            whole[name] = block
    return whole


def change(before: Mapping[str, object], after: Mapping[str, object], *arguments: str) -> Script:
    """Apply one configuration, plan another."""

    def script(workspace: Workspace) -> Json:
        workspace.apply(before)
        workspace.write(after)
        return workspace.plan(*arguments)

    return script


def site(stores: str) -> Json:
    """A policy of three tiers whose two stores are found in this place: `stores` with the key's brackets left open."""
    return {
        "application_type": "VMWARE",
        "protections": [
            {
                "type": "SNAPSHOT",
                "schedules": [
                    {
                        "schedule_id": 1,
                        "expire_after": "2 days",
                        "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": 4}},
                    }
                ],
            },
            {
                "type": "BACKUP",
                "protection_store_id": "${" + stores.format("local") + "}",
                "schedules": [
                    {
                        "schedule_id": 2,
                        "source_protection_schedule_id": 1,
                        "expire_after": "5 weeks",
                        "lock_for": "2 weeks",
                        "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "01:30"},
                    }
                ],
            },
            {
                "type": "CLOUD_BACKUP",
                "protection_store_id": "${" + stores.format("cloud") + "}",
                "schedules": [
                    {
                        "schedule_id": 3,
                        "source_protection_schedule_id": 2,
                        "expire_after": "6 months",
                        "lock_for": "1 month",
                        "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}, "start_time": "03:00"},
                    }
                ],
            },
        ],
    }
