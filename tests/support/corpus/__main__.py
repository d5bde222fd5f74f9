"""Makes the corpus."""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

from corpus import cases, from_rules
from corpus.shelf import Entry, Recording, findings, manifest, reviewed, store, write_manifest
from corpus.workshop import engines, must_hold_no_traces, workshop
from workspace import Workspace

USUAL = "1.11.4"
"""The version that plans are made with unless they are about versions."""

Making = Callable[[Workspace], Recording]


def main() -> int:
    """Make what is asked for; ends with 1 if something of it did not come about."""
    asked = argparse.ArgumentParser(prog="corpus", description="Makes the corpus of real plans.")
    asked.add_argument("--only", default="", help="make only plans whose name contains this")
    asked.add_argument("--judge", action="store_true", help="keep the plans; write down what the review says of them")
    options = asked.parse_args()
    entries = manifest()
    failed = 0
    if not options.judge:
        failed = make(options.only, entries)
    entries = {name: entry for name, entry in entries.items() if name in all_names()}
    for name, entry in entries.items():
        if options.only in name:
            report = reviewed(name, entry)
            entry.outcome, entry.findings = report.outcome, findings(report)
    write_manifest(entries)
    return min(failed, 1)


def all_names() -> set[str]:
    """Every plan that belongs into the corpus."""
    return {*from_rules.names(), *cases.makings()}


def make(only: str, entries: dict[str, Entry]) -> int:
    """Make plans; says how many did not come about."""
    found, failed = engines(), 0
    with workshop() as place:
        for name, version, making in sorted(wanted(), key=lambda one: one[0]):
            if only not in name:
                continue
            if version not in found:
                failed += 1
                sys.stdout.write(
                    f"{name}: needs Terraform {version}; here are {', '.join(found)}. `make matrix` brings more.\n"
                )
                continue
            began = time.monotonic()
            try:
                with place.workspace(found[version]) as workspace:
                    made = making(workspace)
                must_hold_no_traces([made.document, *made.companions.values()])
            except Exception as problem:  # noqa: BLE001 - the others are made all the same
                failed += 1
                sys.stdout.write(f"{name}: {type(problem).__name__} {problem}\n")
                continue
            entries[name] = store(name, made)
            sys.stdout.write(f"{name}: {time.monotonic() - began:.1f} s\n")
            sys.stdout.flush()
    return failed


def wanted() -> list[tuple[str, str, Making]]:
    """Everything there is to make: its name, the version of Terraform for it, and how."""
    plans: list[tuple[str, str, Making]] = []
    for name in from_rules.names():
        making = from_rules.refused if name in from_rules.REFUSED else from_rules.planned
        plans.append((name, USUAL, partial(making, name)))
    plans += [(name, version or USUAL, case) for name, (version, case) in cases.makings().items()]
    return plans


sys.exit(main())
