"""A plan becomes a model: what Terraform has in its state, what it will do, and what it found changed outside."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Final, NoReturn

from glbr.review.ingest.assets import assets_of, declared_by, tests_of
from glbr.review.ingest.changes import change_of, check_of
from glbr.review.ingest.kinds import JOB, is_ours
from glbr.review.ingest.known import Known
from glbr.review.ingest.names import names_of
from glbr.review.ingest.pair import Pair, is_managed, remains
from glbr.review.ingest.refusals import moment_of_plan, refuse_unknown_actions, refuse_what_is_cut_out
from glbr.review.ingest.resolving import FollowedIds, KnownIds, stores_before
from glbr.review.ingest.shapes import Document, Planned, Standing
from glbr.review.ingest.sides import build
from glbr.review.ingest.sources import Sources
from glbr.review.ingest.standing import managed, standing, untouched
from glbr.review.ingest.written import WrittenReferences, resources_in
from glbr.review.model.model import Model, Provenance
from glbr.review.problem import ReviewProblem

_OPENTOFU: Final = "registry.opentofu.org/"


def model_of_plan(
    document: Document, names: tuple[str, str], known: Known, told: tuple[Sources, Sources], stack: str, now: datetime
) -> Model:
    """Make a model of a plan.

    Args:
        document: What was read.
        names: What the plan is called, and the configuration before the change; empty for none.
        known: What the inventory says.
        told: The configuration that belongs to the plan, and the one before the change, as far as they are given.
        stack: What the change is called.
        now: The moment, for a plan that does not tell its own.

    Raises:
        ReviewProblem: nothing in the plan is ours.
    """
    providers = _providers(document)
    ours = _ours(document, providers)
    if not ours:
        _refuse_what_is_not_ours(providers, names[0])
    at = moment_of_plan(document, names[0]) or now
    sources, earlier = told
    planned = [item for item in document.get("resource_changes") or () if is_managed(item)]
    put_off = [item for item in document.get("deferred_changes") or () if is_managed(item["resource_change"])]
    drifted = [item for item in document.get("resource_drift") or () if is_managed(item)]
    refuse_unknown_actions([*planned, *drifted], names[0])

    pair, outside = Pair(sources, earlier), Pair(sources, earlier)
    for item in (*planned, *(item["resource_change"] for item in put_off)):
        pair.take(item)
    refuse_what_is_cut_out(document, names[0], pair.seen, managed(document))
    pair.keep(untouched(document, pair.seen))
    for item in drifted:
        outside.take(item)

    jobs = frozenset(one.identifier.value or "" for one in pair.before.values() if one.noun == JOB)
    waiting = pair.waiting()
    references = WrittenReferences(document.get("configuration") or {}, pair.after, _pending(document), waiting)
    ids_before = KnownIds(pair.ids_before)
    before = build(pair.before.values(), ids_before, known, jobs)
    # What a partial plan leaves alone still has the old id of what is replaced: it means the same object.
    same = {one: key for one, key in pair.ids_before.items() if key in waiting} | pair.ids_after
    ids_after = FollowedIds(pair.after, same, references, stores_before(before.policies))
    after = build(pair.after.values(), ids_after, known, jobs, earlier=before.side)
    # What somebody deleted outside is in no state any more, and still had an id when others named it.
    ids_outside = KnownIds({**outside.ids_before, **pair.ids_before})
    changes = [change_of(item, references) for item in planned]
    drift_before = build(outside.before.values(), ids_outside, known, jobs, beside=before).side
    drift_after = build(outside.after.values(), ids_outside, known, jobs, beside=before).side
    objects = chain.from_iterable(one.values() for one in (outside.before, pair.before, outside.after, pair.after))
    sides = (before.side, after.side, drift_before, drift_after)
    declared = tuple(declared_by(_declared(document)))
    return Model(
        Provenance(
            "plan",
            at,
            stack,
            _engine(document, providers),
            document.get("complete"),
            bool(document.get("errored")),
            base=names[1],
            head=names[0],
            inventory_at=known.taken_at,
        ),
        before.side,
        after.side,
        changes=tuple(sorted(changes, key=lambda one: (one.key, one.deposed))),
        drift_before=drift_before,
        drift_after=drift_after,
        drift_changes=tuple(sorted(map(change_of, drifted), key=lambda one: one.key)),
        assets=assets_of(known, before.side, jobs, declared),
        checks=tuple(sorted(filter(None, map(check_of, document.get("checks") or ())), key=lambda one: one.address)),
        invocations=tuple(
            sorted(
                (item.get("address") or "", item.get("type") or "")
                for item in document.get("action_invocations") or ()
                if (provider := item.get("provider_name") or "") in ours or is_ours(provider)
            )
        ),
        deferred=tuple(sorted((item["resource_change"]["address"], item.get("reason") or "") for item in put_off)),
        locations=sources.locations({*pair.before, *pair.after}),
        waivers=sources.waivers,
        restore_tests=tests_of(known, pair.ids_before),
        names=names_of(known, standing(document), objects, sides) | {one.identifier: one.name for one in declared},
    )


def _refuse_what_is_not_ours(providers: set[str], name: str) -> NoReturn:
    others = ", ".join(sorted(providers)[:5]) or "none"
    raise ReviewProblem(
        f"{name} has nothing of HPE GreenLake Backup and Recovery in it: there is nothing to review",
        f"Providers in it: {others}; needed is glbr/glbr. Take the plan of the folder that uses it.",
    )


def _ours(document: Document, providers: set[str]) -> set[str]:
    """Addresses under which our provider is there: by its own name, or by the types that it serves."""
    items: Iterable[Planned | Standing] = chain(
        document.get("resource_changes") or (),
        document.get("resource_drift") or (),
        (item["resource_change"] for item in document.get("deferred_changes") or ()),
        standing(document),
    )
    serving = {item.get("provider_name") or "" for item in items if is_ours("", item.get("type") or "")}
    if not serving:
        # Where nothing is made as yet, or all is gone, only the configuration knows the provider behind a type.
        written = document.get("configuration") or {}
        resources = resources_in(written.get("root_module") or {})
        used = {one.get("provider_config_key") for one in resources if is_ours("", one.get("type") or "")}
        blocks = written.get("provider_config") or {}
        serving = {block.get("full_name") or "" for key, block in blocks.items() if key in used}
    return serving | {one for one in providers if is_ours(one)}


def _providers(document: Document) -> set[str]:
    """Addresses of all providers that a plan speaks of, in its configuration, its changes or its state."""
    written = (document.get("configuration") or {}).get("provider_config") or {}
    found = {block.get("full_name") for block in written.values()}
    found |= {item.get("provider_name") for item in document.get("resource_changes") or ()}
    found |= {item.get("provider_name") for item in standing(document)}
    return {one for one in found if one}


def _engine(document: Document, providers: set[str]) -> str:
    """Who made the plan. Only the registry that providers came from tells OpenTofu from Terraform."""
    version = document.get("terraform_version")
    if not version:
        return ""
    tofu = any(one.startswith(_OPENTOFU) for one in providers)
    return f"{'OpenTofu' if tofu else 'Terraform'} {version}"


def _pending(document: Document) -> list[str]:
    """Data sources that only the apply reads."""
    return [
        item["address"]
        for item in document.get("resource_changes") or ()
        if item.get("mode") == "data" and "read" in (item["change"].get("actions") or ())
    ]


def _declared(document: Document) -> list[Planned]:
    """What other providers will have made."""
    return [
        item
        for item in document.get("resource_changes") or ()
        if item.get("mode", "managed") == "managed"
        and not is_ours(item.get("provider_name") or "", item.get("type") or "")
        and not item.get("deposed")
        and remains(item["change"].get("actions") or [])
    ]
