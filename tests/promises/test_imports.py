"""An import tells everything a person wrote, also where HPE mixes it with what it chose itself."""

import pytest

from samples import Together, sample
from samples.protection_job import override
from samples.protection_policy import FIRST, SCRIPT, SECOND
from samples.protection_store import IN_CLOUD
from samples.virtual_machine_protection_group import FOLDER, dynamic, native
from workspace import Workspace

WRITTEN: dict[str, tuple[str, Together]] = {
    "a cloud store": ("protection_store", IN_CLOUD[0]),
    "a policy with everything": (
        "protection_policy",
        Together(
            {
                "description": "all of it",
                f"{FIRST}.name": "four-hourly",
                f"{FIRST}.expire_after": "36 hours",
                f"{FIRST}.name_pattern": {"format": "{SourceAssetName}_{DateFormat}"},
                f"{FIRST}.schedule.active_time": {"active_from_time": "06:00", "active_until_time": "22:00"},
                f"{FIRST}.pre_script_info": {**SCRIPT, "params": "--one", "timeout_in_seconds": 60},
                f"{FIRST}.post_script_info": SCRIPT,
                f"{SECOND}.lock_for": "1 week",
                f"{SECOND}.source_protection_schedule_id": 1,
                f"{SECOND}.schedule.start_time": "01:30",
            }
        ),
    ),
    "a native group": ("virtual_machine_protection_group", native(FOLDER)),
    "a dynamic group": ("virtual_machine_protection_group", dynamic()),
    "a job with overrides": (
        "protection_job",
        Together(
            effective_from_date_time="2026-02-01T00:00:00Z",
            overrides=override(
                consistency="APPLICATION",
                backup_granularity="VOLUME",
                create_snapshot_on_failure=True,
                expire_after="8 weeks",
                lock_for="2 days",
                name_pattern={"format": "own_{DateFormat}"},
                vmware_options={"include_rdm_disks": True},
            ),
        ),
    ),
}


@pytest.mark.parametrize("case", WRITTEN)
def test_an_import_tells_all_that_was_written(workspace: Workspace, case: str) -> None:
    noun, step = WRITTEN[case]
    address = f"glbr_{noun}.tested"
    workspace.apply(sample(noun).configuration(f"glbr_{noun}", step))
    before = workspace.state(address)
    workspace.run("state", "rm", address)

    imported = workspace.run("import", address, before["id"])

    assert imported.code == 0, imported.output
    assert workspace.state(address) == before
    workspace.must_be_settled()
