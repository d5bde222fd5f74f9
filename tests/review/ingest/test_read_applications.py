"""Several stacks of one CDK application, read as one: names stay apart, and what one stack makes is known in another."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from glbr.review.ingest.application import Application

NOW = datetime(2026, 12, 1, tzinfo=UTC)
PROVIDER = {"required_providers": {"glbr": {"source": "glbr/glbr"}}}
STORE = {"display_name": "Cloud", "protection_store_type": "CLOUD"}
OUTPUT = "cross-stack-output-glbr_protection_storecloudid"

Document = dict[str, object]


def stores(**more: object) -> Document:
    output = {OUTPUT: {"value": "${glbr_protection_store.cloud.id}", "sensitive": True}}
    resources = {"glbr_protection_store": {"cloud": STORE}}
    return {"terraform": PROVIDER, "resource": resources, "output": output, **more}


def clinic(stack: str, output: str = OUTPUT) -> Document:
    """A policy that writes to a store of another stack, and a job of it."""
    look_up = f"cross-stack-reference-input-{stack}"
    tier = {
        "type": "CLOUD_BACKUP",
        "protection_store_id": f"${{data.terraform_remote_state.{look_up}.outputs.{output}}}",
        "schedules": [{"schedule_id": 1}],
    }
    job = {
        "asset_info": {"id": "vm-1", "type": "virtualization/virtual-machine"},
        "protection_policy_id": "${glbr_protection_policy.gold.id}",
    }
    return {
        "terraform": PROVIDER,
        "data": {"terraform_remote_state": {look_up: {"backend": "local"}}},
        "resource": {
            "glbr_protection_policy": {"gold": {"name": "gold", "protections": [tier]}},
            "glbr_protection_job": {"gold": job},
        },
    }


def store_of(stacks: Mapping[str, Document], policy: str, judged: str = "") -> str | None:
    """The store that the only tier of a policy writes to, by its key; None when nobody can tell."""
    found = Application(stacks, judged).model(NOW).after.policies[policy]
    (tier,) = found.tiers.value or ()
    return tier.store.value


@pytest.mark.parametrize("path", ["stores", "stores.eu", "site/stores"])
def test_a_store_that_another_stack_makes_is_followed(path: str) -> None:
    written = path.replace(".", "").replace("/", "--")

    key = store_of({path: stores(), "clinic": clinic(written)}, "module.clinic.glbr_protection_policy.gold")

    assert key == f"module.{path.replace('.', '_').replace('/', '_')}.glbr_protection_store.cloud"


def test_the_stack_that_is_judged_keeps_its_addresses() -> None:
    stacks = {"stores": stores(), "clinic": clinic("stores")}
    application = Application(stacks, "clinic")

    assert store_of(stacks, "glbr_protection_policy.gold", "clinic") == "module.stores.glbr_protection_store.cloud"
    assert application.placed("module.stores.glbr_protection_store.cloud") == ("stores", "glbr_protection_store.cloud")
    assert application.placed("glbr_protection_policy.gold") == ("clinic", "glbr_protection_policy.gold")
    assert application.plain("job module.stores.glbr_protection_job.a") == "job stores/glbr_protection_job.a"


def test_one_stack_alone_is_what_its_plan_is() -> None:
    model = Application({"stores": stores()}).model(NOW)

    assert set(model.after.stores) == {"glbr_protection_store.cloud"}


def test_equal_names_in_several_stacks_stay_apart() -> None:
    stacks = {"a.b": clinic("stores"), "a_b": clinic("stores"), "stores": stores()}

    model = Application(stacks).model(NOW)

    assert [job.policy.value for _, job in sorted(model.after.jobs.items())] == sorted(model.after.policies)
    assert len(model.after.policies) == 2


@pytest.mark.parametrize(
    "others",
    [
        {},
        {"stores": stores(output={})},
        {"stores": stores(output={OUTPUT: {"value": "${var.store}"}}), "far": stores()},
        {"sto.res": stores(), "stor.es": stores()},
    ],
)
def test_what_leads_to_no_store_or_to_several_is_unknown(others: dict[str, Document]) -> None:
    policy = "module.clinic.glbr_protection_policy.gold" if others else "glbr_protection_policy.gold"

    assert store_of({"clinic": clinic("stores"), **others}, policy) is None
