"""Changes that look large and are none: what is written otherwise, and means the same."""

from corpus.cases.case import Case, change, configured
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, ESTATE, POLICY
from glbr.review.rules.example import Add, Set

_TIERS = ESTATE[POLICY]["protections"]

CASES = (
    Case(
        "tiers-in-another-order",
        "the tiers of a policy are written in another order",
        change(configured(), configured(Set(POLICY, "protections", [_TIERS[0], _TIERS[2], _TIERS[1]]))),
        outcome="clean",
        silent=("DP-COPY-001", "DP-LOCK-001", "DP-RET-001"),
    ),
    Case(
        "the-same-periods",
        "periods are written in other units: two weeks as fourteen days",
        change(
            configured(),
            configured(
                Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "14 days"),
                Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "35 days"),
            ),
        ),
        outcome="clean",
        silent=("DP-LOCK-001", "DP-LOCK-002", "DP-LOCK-006", "DP-RET-001"),
    ),
    Case(
        "schedules-renumbered",
        "the schedules of a policy get other numbers, and the chain follows",
        change(
            configured(),
            configured(
                Set(POLICY, f"{BACKUP}.schedules[0].schedule_id", 7),
                Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].source_protection_schedule_id", 7),
            ),
        ),
        silent=("DP-LOCK-001", "DP-RET-001", "DP-RET-003", "DP-COPY-001", "DP-COPY-007"),
        outcome="clean",
    ),
    Case(
        "strengthened",
        "kept longer, run more often, and a second copy: nothing to ask anybody",
        change(
            configured(),
            configured(
                Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "8 weeks"),
                Set(POLICY, "protections[0].schedules[0].schedule.repeat_interval.every", 2),
                Add(
                    "glbr_protection_job.alone",
                    {
                        "protection_policy_id": "${glbr_protection_policy.gold.id}",
                        "asset_info": {
                            "id": "${data.glbr_virtual_machines.clinic.items[9].id}",
                            "type": "virtualization/virtual-machine",
                        },
                    },
                ),
            ),
        ),
        outcome="clean",
    ),
    Case(
        "renamed",
        "a policy gets another name and text",
        change(configured(), configured(Set(POLICY, "name", "platinum"), Set(POLICY, "description", "the best"))),
        outcome="clean",
    ),
)
