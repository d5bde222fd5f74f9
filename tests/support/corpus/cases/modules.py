"""Modules: what a policy in a child module is given, and what it gives back."""

import json

from corpus.cases.case import Case, Json, Script, configured, site
from glbr.review.rules.estate import CLOUD, JOB, POLICY
from glbr.review.rules.example import Remove, Set
from workspace import Workspace

SITES = ("north", 'so"uth')
ADDRESS = 'module.site["north"].glbr_protection_policy.gold'


def write_child(workspace: Workspace) -> None:
    """A module with a policy; stores and retention by variables, the policy's id by an output."""
    policy = {"name": "gold of ${var.name}", **site('var.stores["{}"]')}
    policy["protections"][1]["schedules"][0]["expire_after"] = "${var.keep}"
    child = {
        "terraform": {"required_providers": {"glbr": {"source": "glbr/glbr"}}},
        "variable": {"name": {}, "keep": {}, "stores": {"type": "map(string)"}},
        "resource": {"glbr_protection_policy": {"gold": policy}},
        "output": {"policy": {"value": "${glbr_protection_policy.gold.id}"}},
    }
    folder = workspace.folder / "site"
    folder.mkdir(exist_ok=True)
    (folder / "main.tf.json").write_text(json.dumps(child), encoding="utf-8")


def modular(keep: str = "5 weeks", location: str = "azure:eastus2", sites: tuple[str, ...] = SITES) -> Json:
    """The estate with a policy for each site in a module; the job uses that of the north."""
    return configured(
        Set(CLOUD, "storage_location_id", location),
        Remove(POLICY),
        Set(JOB, "protection_policy_id", '${module.site["north"].policy}'),
        module={
            "site": {
                "source": "./site",
                "for_each": {name: name for name in sites},
                "name": "${each.key}",
                "keep": keep,
                "stores": {"local": "${glbr_protection_store.local.id}", "cloud": "${glbr_protection_store.cloud.id}"},
            }
        },
    )


def _planned(before: Json, after: Json) -> Script:
    def script(workspace: Workspace) -> Json:
        write_child(workspace)
        workspace.write(before)
        assert workspace.run("get").code == 0
        workspace.apply(before)
        workspace.write(after)
        assert workspace.run("get").code == 0
        return workspace.plan()

    return script


def _into_module(workspace: Workspace) -> Json:
    """The policy of the estate goes into the module by a `moved` block."""
    write_child(workspace)
    workspace.apply(configured())
    after = modular(sites=("north",))
    after["moved"] = [{"from": POLICY, "to": ADDRESS}]
    workspace.write(after)
    assert workspace.run("get").code == 0
    return workspace.plan()


CASES = (
    Case(
        "module-retention-cut",
        "policies in a module that is called twice keep their copies for less, by a variable",
        _planned(modular(), modular(keep="3 weeks")),
        says=(f"DP-RET-001 fail {ADDRESS} BACKUP",),
        silent=("DP-PLAN-001",),
    ),
    Case(
        "module-store-replaced",
        "a store of the root is replaced: policies in a module follow its unknown id by a variable, the job by an output",
        _planned(modular(), modular(location="azure:westeurope")),
        says=(f"DP-LOSS-002 fail {CLOUD}",),
        silent=("DP-PLAN-001", "DP-COPY-001"),
        outcome="blocked",
    ),
    Case(
        "module-call-gone",
        "one of two calls of a module goes, and with it a policy that no job uses",
        _planned(modular(), modular(sites=("north",))),
        silent=("DP-COV-001", "DP-LOSS-004"),
    ),
    Case(
        "moved-into-a-module",
        "a policy moves into a module by a moved block, and keeps everything but its name",
        _into_module,
        silent=("DP-COV-001", "DP-LOSS-004", "DP-COPY-001", "DP-LOCK-001"),
        outcome="clean",
    ),
)
