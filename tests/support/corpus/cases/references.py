"""Ids that nobody knows before the apply: stores that are replaced, one by one or by key."""

from corpus.cases.case import Case, Json, change, configured, site
from glbr.review.rules.estate import CLOUD, GROUP, JOB, LOCAL, POLICY, member
from glbr.review.rules.example import Add, Edit, Remove, Set

EACH = "glbr_protection_store.each"
KEYS = ('a "b"', "c.d", "Zürich")
PLACES = {f"{key} {kind}": kind for key in KEYS for kind in ("local", "cloud")}
"""Keys as people write them, with quotes, dots and letters beyond ASCII: `c.d cloud`."""


def by_key(location: str = "azure:eastus2") -> Json:
    """The estate with two stores, a policy, a group and a job for each of three keys; the location is that of `c.d`."""
    of_group = "${glbr_virtual_machine_protection_group.each[each.key].id}"
    each: list[Edit] = [
        Remove(JOB),
        Remove(POLICY),
        Remove(LOCAL),
        Remove(CLOUD),
        Remove(GROUP),
        Add(
            EACH,
            {
                "for_each": PLACES,
                "display_name": "Store_${each.key}",
                "protection_store_type": '${each.value == "cloud" ? "CLOUD" : "ON_PREMISES"}',
                "storage_system_id": "${data.glbr_storeonce.main.id}",
                "storage_system_type": "STOREONCE",
                "storage_location_id": '${each.value == "local" ? null : '
                f'startswith(each.key, "c.d") ? "{location}" : "azure:eastus2"}}',
            },
        ),
        Add(
            "glbr_protection_policy.each",
            {
                "for_each": {key: key for key in KEYS},
                "name": "gold of ${each.key}",
                **site(EACH + '["${{each.key}} {}"].id'),
            },
        ),
        Add(
            "glbr_virtual_machine_protection_group.each",
            {
                "for_each": {key: number for number, key in enumerate(KEYS)},
                "name": "clinic of ${each.key}",
                "vm_protection_group_type": "CUSTOM",
                "assets_category": "VMFS_VMS",
                "assets": [
                    {
                        "id": "${data.glbr_virtual_machines.clinic.items[each.value].id}",
                        "type": "virtualization/virtual-machine",
                    }
                ],
            },
        ),
        Add(
            "glbr_protection_job.each",
            {
                "for_each": {key: key for key in KEYS},
                "protection_policy_id": "${glbr_protection_policy.each[each.key].id}",
                "asset_info": {"id": of_group, "type": "backup-recovery/virtual-machine-protection-group"},
            },
        ),
    ]
    return configured(*each)


def _weaker_by_key() -> Json:
    """The same with a shorter lock in the cloud tier of every policy."""
    whole = by_key()
    whole["resource"]["glbr_protection_policy"]["each"]["protections"][2]["schedules"][0]["lock_for"] = "1 week"
    return whole


def _elsewhere() -> Json:
    """The same with every cloud store in another place."""
    whole = by_key()
    stores = whole["resource"]["glbr_protection_store"]["each"]
    stores["storage_location_id"] = stores["storage_location_id"].replace("eastus2", "westeurope")
    return whole


_MOVED_STORE = Set(CLOUD, "storage_location_id", "azure:westeurope")

CASES = (
    Case(
        "store-replaced",
        "the id of a replaced store is unknown in the policy and in the job that follow it",
        change(configured(), configured(_MOVED_STORE)),
        says=(f"DP-LOSS-002 fail {CLOUD}",),
        silent=("DP-PLAN-001", "DP-PLAN-010", "DP-COPY-001", "DP-LOCK-001", "DP-RET-003"),
        outcome="blocked",
        central=True,
    ),
    Case(
        "store-replaced-under-a-job-of-its-own",
        "a job's override names the store that is replaced, and the policy another one",
        change(
            configured(
                Add(
                    "glbr_protection_store.own",
                    {
                        "display_name": "Cloud_own",
                        "protection_store_type": "CLOUD",
                        "storage_system_id": "${data.glbr_storeonce.main.id}",
                        "storage_system_type": "STOREONCE",
                        "storage_location_id": "azure:eastus2",
                    },
                ),
                Set(
                    JOB,
                    "overrides",
                    {
                        "protections": [
                            {
                                "id": "${glbr_protection_policy.gold.protections[2].id}",
                                "protection_store_id": "${glbr_protection_store.own.id}",
                            }
                        ]
                    },
                ),
            ),
            configured(
                Add(
                    "glbr_protection_store.own",
                    {
                        "display_name": "Cloud_own",
                        "protection_store_type": "CLOUD",
                        "storage_system_id": "${data.glbr_storeonce.main.id}",
                        "storage_system_type": "STOREONCE",
                        "storage_location_id": "azure:westeurope",
                    },
                ),
                Set(
                    JOB,
                    "overrides",
                    {
                        "protections": [
                            {
                                "id": "${glbr_protection_policy.gold.protections[2].id}",
                                "protection_store_id": "${glbr_protection_store.own.id}",
                            }
                        ]
                    },
                ),
            ),
        ),
        says=("DP-LOSS-002 fail glbr_protection_store.own",),
        silent=("DP-PLAN-001", "DP-COPY-001"),
        outcome="blocked",
    ),
    Case(
        "store-replaced-by-key",
        "of six stores by keys with quotes, dots and umlauts one is replaced: only its policy and job are touched",
        change(by_key(), by_key("azure:westeurope")),
        says=(f'DP-LOSS-002 fail {EACH}["c.d cloud"]',),
        silent=("DP-PLAN-001", "DP-COPY-001", "DP-COPY-005", "DP-LOCK-001", "DP-LOSS-004"),
        outcome="blocked",
    ),
    Case(
        "stores-replaced-by-key",
        "all three cloud stores are replaced, and the policies put their keys together: which is whose cannot be told",
        change(by_key(), _elsewhere()),
        says=(
            *(f'DP-LOSS-002 fail {EACH}["{key} cloud"]' for key in (r"a \"b\"", "c.d", "Zürich")),
            'DP-COPY-001 unknown glbr_protection_policy.each["c.d"]',
        ),
        silent=("DP-LOCK-001", "DP-COV-001"),
        outcome="blocked",
    ),
    Case(
        "locks-shortened-by-key",
        "policies by keys with quotes, dots and umlauts, each of which locks for less",
        change(by_key(), _weaker_by_key()),
        says=tuple(
            f'DP-LOCK-002 fail glbr_protection_policy.each["{key}"] CLOUD_BACKUP: locked 1 month → locked 1 week'
            for key in (r"a \"b\"", "c.d", "Zürich")
        ),
        silent=("DP-PLAN-001", "DP-LOCK-001"),
        outcome="needs approval",
        central=True,
    ),
    Case(
        "group-replaced",
        "the category of a group's machines cannot be changed: the group is replaced, and the job follows its unknown id",
        change(configured(), configured(Set(GROUP, "assets_category", "VVOL_VMS"))),
        silent=("DP-COV-001", "DP-PLAN-001"),
    ),
    Case(
        "policy-replaced",
        "a policy that is made anew under another address, in one go with the job that uses it",
        change(
            configured(),
            configured(
                Remove(POLICY),
                Add(POLICY.replace("gold", "platinum"), {"name": "platinum", **site("glbr_protection_store.{}.id")}),
                Set(JOB, "protection_policy_id", "${glbr_protection_policy.platinum.id}"),
            ),
        ),
        silent=("DP-COV-001", "DP-COV-002", "DP-LOCK-001", "DP-PLAN-001"),
    ),
    Case(
        "members-by-index",
        "a group whose member moves to another place of the list: nobody is lost",
        change(configured(), configured(Set(GROUP, "assets", [member(place) for place in (5, 4, 3, 2, 1, 0)]))),
        silent=("DP-COV-001",),
        outcome="clean",
    ),
)
