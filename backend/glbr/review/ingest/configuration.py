"""One configuration, or two of them, become a model: what is written, without a plan.

What an expression has to tell first is unknown, but for references to other objects of ours. Instances of `for_each` and
`count` count as one. What modules hold is not seen: then the model is told to be incomplete. Whether Terraform would
replace an object cannot be told from here: a change is told as an update.
"""

from collections.abc import Mapping
from datetime import datetime

from glbr.review.ingest.assets import assets_of, tests_of
from glbr.review.ingest.entry import Entry
from glbr.review.ingest.kinds import is_ours, kind_of
from glbr.review.ingest.known import Known
from glbr.review.ingest.names import names_of
from glbr.review.ingest.resolving import FollowedIds
from glbr.review.ingest.sides import Built, build
from glbr.review.ingest.sources import Sources
from glbr.review.ingest.synthesized import Configuration, ConfigurationReferences, Resource
from glbr.review.ingest.values import Tree, differences, secrets_in_clear, written
from glbr.review.model.model import Change, Model, Provenance
from glbr.review.model.objects import Side
from glbr.review.problem import ReviewProblem


def model_of_configuration(
    head: Configuration,
    base: Configuration | None,
    names: tuple[str, str],
    known: Known,
    sources: Sources,
    stack: str,
    now: datetime,
) -> Model:
    """Make a model of what is written.

    Args:
        head: The configuration after the change, or the only one.
        base: The one before it.
        names: What the files of head and base are called.
        known: What the inventory says.
        sources: Where the objects of the head are written.
        stack: What the change is called.
        now: The moment.

    Raises:
        ReviewProblem: nothing in either is ours.
    """
    providers = head.providers | (base.providers if base else frozenset())
    if not head.resources and not (base and base.resources) and not any(map(is_ours, providers)):
        raise ReviewProblem(
            f"{names[0]} has nothing of HPE GreenLake Backup and Recovery in it: there is nothing to review",
            f"Providers in it: {', '.join(sorted(providers)[:5]) or 'none'}; needed is glbr/glbr.",
        )
    moves = head.moves if base else {}
    before = _built(base, moves, known) if base else Built(Side())
    after = _built(head, {}, known)
    return Model(
        Provenance(
            "configurations" if base else "configuration",
            now,
            stack,
            complete=False if head.calls_modules else None,
            base=names[1],
            head=names[0],
            inventory_at=known.taken_at,
        ),
        before.side,
        after.side,
        changes=tuple(_changes(head, base, moves)) if base else _only_secrets(head),
        assets=assets_of(known, before.side if base else after.side, frozenset(), ()),
        locations=sources.locations(one.key for one in (*before.side.all(), *after.side.all())),
        waivers=sources.waivers,
        restore_tests=tests_of(known, {}),
        names=names_of(known, (), (), (before.side, after.side)),
    )


def _built(configuration: Configuration, moves: Mapping[str, str], known: Known) -> Built:
    keys = {address: _key(address, moves) for address in configuration.resources}
    entries = {keys[address]: _entry(resource, keys[address]) for address, resource in configuration.resources.items()}
    references = ConfigurationReferences(configuration, keys)
    return build(entries.values(), FollowedIds(entries, {}, references), known, frozenset())


def _key(address: str, moves: Mapping[str, str]) -> str:
    """The address after all moves; a move may follow another."""
    seen = {address}
    while address in moves and moves[address] not in seen:
        address = moves[address]
        seen.add(address)
    return address


def _entry(resource: Resource, key: str) -> Entry:
    guard = resource.guard
    return Entry(key, resource.address, resource.noun, resource.tree, guard.prevent_destroy, guard.ignore_changes)


def _changes(head: Configuration, base: Configuration, moves: Mapping[str, str]) -> list[Change]:
    """What differs, by address after the change."""
    was = {_key(address, moves): resource for address, resource in base.resources.items()}
    return [_change(key, was.get(key), head.resources.get(key)) for key in sorted(was.keys() | head.resources.keys())]


def _change(key: str, before: Resource | None, after: Resource | None) -> Change:
    there = after or before
    assert there is not None
    moved = before.address if before and before.address != key else ""
    secrets = tuple(sorted(set(secrets_in_clear(after.arguments)))) if after else ()
    if before is None or after is None:
        actions = ("create",) if after else ("delete",)
        return Change(key, key, there.noun, actions, moved, secrets_in_clear=secrets)
    changed = tuple(_changed(after.noun, before.arguments, after.arguments))
    return Change(
        key, key, there.noun, ("update",) if changed else ("no-op",), moved, changed=changed, secrets_in_clear=secrets
    )


def _changed(noun: str, before: Tree, after: Tree) -> list[str]:
    """Paths that are written differently; an expression is the same as long as its text is."""
    names = kind_of(noun).arguments or tuple(sorted(before.keys() | after.keys()))
    return [written(place) for name in names for place in differences(before.get(name), after.get(name), (name,))]


def _only_secrets(head: Configuration) -> tuple[Change, ...]:
    """A single configuration changes nothing; secrets that stand in it are told all the same."""
    found = (_change(address, resource, resource) for address, resource in head.resources.items())
    return tuple(change for change in found if change.secrets_in_clear)
