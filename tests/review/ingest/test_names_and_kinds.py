"""How assets are called, and what is known of each kind of object."""

from collections.abc import Mapping

import pytest

from clinic_plans import CREW, WORK, model, settled
from glbr.resources import definitions, managed
from glbr.review.ingest.kinds import GROUPS, JOB, KINDS, POLICY, STORE, is_named_like_a_secret
from plans import (
    PROVIDER,
    change,
    job,
    state,
)


def data(address: str, values: object, **more: object) -> dict[str, object]:
    """A data source as the state has it."""
    kind = address.split(".")[1]
    return {"address": address, "mode": "data", "type": kind, "provider_name": PROVIDER, "values": values, **more}


class TestNames:
    def named(self, *sources: object, changes: object = None, **more: object) -> dict[str, str]:
        before = state({})
        before["values"]["root_module"]["child_modules"] = [{"resources": list(sources)}]
        found = model(*(settled() if changes is None else changes), prior_state=before, **more)
        return dict(found.names)

    def test_data_sources_name_the_assets_that_are_protected(self) -> None:
        items = [{"id": "vm-1", "name": "erp-01"}, {"id": "vm-9", "name": "of nobody"}, {"id": "vm-2", "name": None}]
        several = data("data.glbr_virtual_machines.all", {"items": items})
        single = data("data.glbr_virtual_machine.db", {"id": "vm-2", "name": "", "display_name": "erp-db"})
        assert self.named(several, single) == {"vm-1": "erp-01", "vm-2": "erp-db"}
        found = model(*settled())
        assert found.called("vm-1") == "vm-1"
        assert found.called(CREW) == "crew"

    @pytest.mark.parametrize("marks", [True, {"items": True}, {"items": [{"name": True}]}, {"items": [{"id": True}]}])
    def test_what_is_sensitive_names_nothing(self, marks: object) -> None:
        items = [{"id": "vm-1", "name": "CANARY"}]
        assert self.named(data("data.glbr_virtual_machines.all", {"items": items}, sensitive_values=marks)) == {}

    @pytest.mark.parametrize("kind", ["glbr_settings", "vsphere_virtual_machines"])
    def test_other_data_sources_name_nothing(self, kind: str) -> None:
        other = data(f"data.{kind}.all", {"items": [{"id": "vm-1", "name": "CANARY"}]})
        assert self.named(other | {"provider_name": "registry.terraform.io/hashicorp/vsphere"}) == {}

    def test_groups_and_jobs_name_what_they_protect(self) -> None:
        members = [{"id": "db-1", "name": "patients", "type": "x"}, {"id": "db-2", "name": None, "type": "x"}]
        group_of_databases = {"id": "g", "name": "dbs", "protection_group_type": "CUSTOM", "members": members}
        alone = job("j", "vm-7", "p", asset_info={"id": "vm-7", "name": "lonely", "type": "x"})
        changes = [
            change("glbr_mssql_database_protection_group.d", group_of_databases, None),
            change(WORK, alone, alone),
        ]
        assert self.named(changes=changes) == {"db-1": "patients", "vm-7": "lonely"}


def _fields(fields: Mapping[str, object], above: str = "") -> dict[str, object]:
    found = {}
    for name, one in fields.items():
        found[above + name] = one
        if one.block is not None:
            found |= _fields(one.block.fields(), f"{above}{name}.")
    return found


class TestKinds:
    """The table of kinds is written by hand; the definitions say what it must hold."""

    def test_every_managed_object_is_in_it(self) -> None:
        assert KINDS.keys() == managed().keys()
        assert {STORE, POLICY, JOB, *GROUPS} < definitions().keys()

    @pytest.mark.parametrize("noun", sorted(KINDS))
    def test_it_holds_the_arguments_and_nothing_secret(self, noun: str) -> None:
        kind, fields = KINDS[noun], _fields(managed()[noun].fields())
        settable = {name for name, one in fields.items() if (one.required or one.optional) and "." not in name}
        secrets = {name for name, one in fields.items() if one.sensitive or one.secret_version}
        assert set(kind.arguments) == settable - secrets - {"timeouts"}
        assert kind.has_secrets == bool(secrets)
        assert set(kind.shown) <= fields.keys() - secrets
        assert all(fields[path].block is None for path in kind.shown)
        assert {path for path in kind.shown if is_named_like_a_secret(path.rpartition(".")[2])} == set()
        assert not kind.named_by or kind.named_by in fields

    @pytest.mark.parametrize("noun", sorted(KINDS))
    def test_it_knows_what_hpe_fills_in(self, noun: str) -> None:
        kind, fields = KINDS[noun], _fields(managed()[noun].fields())
        filled = {
            name
            for name, one in fields.items()
            if name.partition(".")[0] in kind.arguments
            and "." in name
            and one.computed
            and not (one.optional or one.required)
            and not any(name.startswith(f"{other}.") for other in kind.filled)
        }
        assert filled <= kind.filled
        assert kind.filled <= fields.keys()

    def test_every_secret_is_known_by_its_name(self) -> None:
        for thing in managed().values():
            for path, one in _fields(thing.fields()).items():
                if one.sensitive and path.rpartition(".")[2] not in ("username", "username_wo"):
                    assert is_named_like_a_secret(path.rpartition(".")[2]), path
