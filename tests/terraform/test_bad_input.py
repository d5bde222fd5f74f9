"""Bad input is refused in words: what is wrong, where, what is allowed. Nothing is changed."""

from collections.abc import Callable

import pytest

from samples import Sample, Together, sample
from samples.data_orchestrator import NIC
from workspace import Workspace

STORE, POLICY, GROUP, APPLIANCE = (
    sample(noun)
    for noun in ("protection_store", "protection_policy", "virtual_machine_protection_group", "data_orchestrator")
)
CLOUD_WITHOUT_LOCATION = Together(protection_store_type="CLOUD")
TIER, OTHER = "protections.0", "protections.1"
FIRST, SECOND = f"{TIER}.schedules.0", f"{OTHER}.schedules.0"

CASES: dict[str, tuple[str, Sample, Together, str, str]] = {
    "a lock longer than the retention": (
        "protection_policy", POLICY, Together({f"{SECOND}.lock_for": "2 months"}),
        "At: protections[1].schedules[0].lock_for", "Lock longer than retention",
    ),
    "two schedules with one id": (
        "protection_policy", POLICY, Together({f"{SECOND}.schedule_id": 1}),
        "At: protections[1].schedules[0].schedule_id", "Two schedules have the id 1",
    ),
    "a chained schedule whose source is missing": (
        "protection_policy", POLICY, Together({f"{SECOND}.source_protection_schedule_id": 9}),
        "At: protections[1].schedules[0].source_protection_schedule_id", "made from schedule 9, which does not exist",
    ),
    "a circle of chained schedules": (
        "protection_policy", POLICY,
        Together({f"{SECOND}.source_protection_schedule_id": 1, f"{FIRST}.source_protection_schedule_id": 2}),
        "At: protections[0].schedules[0].source_protection_schedule_id", "made from each other in a circle",
    ),
    "a snapshot with a store": (
        "protection_policy", POLICY, Together({f"{TIER}.protection_store_id": "store"}),
        "At: protections[0].protection_store_id", "SNAPSHOT takes no protection store",
    ),
    "a backup without a store": (
        "protection_policy", POLICY, Together({f"{OTHER}.protection_store_id": None}),
        "At: protections[1].protection_store_id", "BACKUP needs a protection store",
    ),
    "a cloud store without a location": (
        "protection_store", STORE, CLOUD_WITHOUT_LOCATION,
        "At: storage_location_id", "A CLOUD store needs a location",
    ),
    "a cloud store without an appliance": (
        "protection_store", STORE, Together(storage_system_id=None),
        "storage_system_id", "needs an appliance",
    ),
    "a period of zero": (
        "protection_policy", POLICY, Together({f"{SECOND}.expire_after": "0 days"}),
        "At: protections[1].schedules[0].expire_after", "the least is 1",
    ),
    "a period of an unknown unit": (
        "protection_policy", POLICY, Together({f"{SECOND}.expire_after": "2 fortnights"}),
        "At: protections[1].schedules[0].expire_after", "allowed are hours, days, weeks, months and years",
    ),
    "a time that no clock shows": (
        "protection_policy", POLICY, Together({f"{SECOND}.schedule.start_time": "24:00"}),
        "At: protections[1].schedules[0].schedule.start_time", "from 00:00 to 23:59",
    ),
    "a weekday that no week has": (
        "protection_policy", POLICY,
        Together({f"{SECOND}.schedule.recurrence": "WEEKLY", f"{SECOND}.schedule.repeat_interval.on": [7]}),
        "At: protections[1].schedules[0].schedule.repeat_interval.on[0]", "0 (Monday) to 6 (Sunday)",
    ),
    "a dynamic group without tags": (
        "virtual_machine_protection_group", GROUP, Together(vm_protection_group_type="DYNAMIC", assets=None),
        "At: dynamic_member_filter", "A DYNAMIC group needs",
    ),
    "a native group without its object": (
        "virtual_machine_protection_group", GROUP, Together(vm_protection_group_type="NATIVE", assets=None),
        "At: native_app_info", "A NATIVE group needs",
    ),
    "an unknown kind of tier": (
        "protection_policy", POLICY, Together({f"{TIER}.type": "TAPE"}),
        "At: protections[0].type", "allowed are SNAPSHOT, BACKUP, CLOUD_BACKUP",
    ),
    "two adapters of one name": (
        "data_orchestrator", APPLIANCE, Together(network={"nic": [NIC, {**NIC, "network_address": "10.20.9.21"}]}),
        "At: network.nic[1].name", "nic names one member 2 times",
    ),
    "a search domain without a letter": (
        "data_orchestrator", APPLIANCE, Together(network={"search_domains": [""]}),
        "At: network.search_domains[0]", "Given: empty text",
    ),
    "a route to nowhere": (
        "data_orchestrator", APPLIANCE, Together(network={"nic": [{**NIC, "static_routes": [{}]}]}),
        "At: network.nic[0].static_routes[0]", "Given: an empty object",
    ),
}  # fmt: skip
WRITES = ("Create", "Update", "Replace", "Delete", "Edit")


def must_have_changed_nothing(workspace: Workspace) -> None:
    counts = workspace.simulator.request_counts
    assert [name for name in counts if any(verb in name for verb in WRITES)] == []


@pytest.mark.parametrize("case", CASES)
def test_a_contradiction_is_refused_with_its_path(workspace: Workspace, case: str) -> None:
    noun, tried, step, place, words = CASES[case]

    said = workspace.refused(tried.configuration(f"glbr_{noun}", step)).text

    assert place in said
    assert words in said
    must_have_changed_nothing(workspace)


@pytest.mark.parametrize(
    "noun", ["protection_store", "protection_policy", "virtual_machine_protection_group", "protection_job"]
)
def test_what_exists_is_refused_with_the_import_block(workspace: Workspace, noun: str) -> None:
    configuration = sample(noun).configuration(f"glbr_{noun}")
    workspace.apply(configuration)
    identifier = workspace.state(f"glbr_{noun}.tested")["id"]
    workspace.run("state", "rm", f"glbr_{noun}.tested")

    said = workspace.refused(configuration).text

    assert "exists already" in said
    assert f'import {{ to = glbr_{noun}.NAME id = "{identifier}" }}' in said
    assert workspace.control("GET", "health")["objects"].get("protection-jobs", 0) <= 1


def test_two_resources_of_one_name_make_one_object(workspace: Workspace) -> None:
    configuration = STORE.configuration("glbr_protection_store")
    stores = configuration["resource"]["glbr_protection_store"]
    stores["second"] = dict(stores["tested"])  # at the same time, as Terraform does

    said = workspace.refused(configuration).text

    assert "exists already" in said
    assert workspace.simulator.request_counts["ProtectionStoreCreate"] == 1


@pytest.mark.parametrize("argument", ["assets_category", "vm_protection_group_type", "name"])
def test_a_needed_argument_that_is_null_stops_the_plan(workspace: Workspace, argument: str) -> None:
    """As from a module's variable. At the apply it would be too late: a replacement destroys first."""
    workspace.apply(GROUP.configuration("glbr_virtual_machine_protection_group"))

    said = workspace.refused(
        GROUP.configuration("glbr_virtual_machine_protection_group", Together({argument: None}))
    ).text

    assert f"At: {argument}" in said
    assert workspace.control("GET", "health")["objects"]["virtual-machine-protection-groups"] == 1


@pytest.mark.parametrize("word", ["false", "False", "FALSE"])
def test_a_truth_value_of_a_filter_may_be_written_in_any_case(workspace: Workspace, word: str) -> None:
    """Other tools write it with a capital; HPE would find nothing by the text, and say nothing."""
    unused = {"glbr_protection_policies": {"unused": {"filters": [{"property": "assigned", "values": [word]}]}}}
    configuration = POLICY.configuration("glbr_protection_policy")
    workspace.apply(configuration)

    workspace.apply({**configuration, "data": configuration["data"] | unused})

    found = workspace.state("data.glbr_protection_policies.unused")["items"]
    assert workspace.state("glbr_protection_policy.tested")["id"] in [policy["id"] for policy in found]
    assert not any(policy["assigned"] for policy in found)


@pytest.mark.parametrize("given", ["../x/y", "a/b/c", "/abc", "abc/"])
def test_an_import_id_of_another_form_is_refused_unasked(workspace: Workspace, given: str) -> None:
    workspace.write(sample("volume_protection_group_snapshot").configuration("glbr_volume_protection_group_snapshot"))

    tried = workspace.run("import", "-no-color", "glbr_volume_protection_group_snapshot.tested", given)

    assert tried.code == 1
    assert f"Given: '{given}'. Write <volume_protection_group_id>/<id or name>" in tried.text
    assert not any("Snapshot" in name for name in workspace.simulator.request_counts)


PROVIDERS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "wrong credentials": ({"client_secret": "wrong-secret"}, ("GLBR_CLIENT_ID", "GLBR_CLIENT_SECRET")),
    "an unknown region": ({"region": "mars"}, ("mars", "us-west, eu-west, eu-central, ap-northeast")),
    "an unreachable endpoint": ({"endpoint": "http://127.0.0.1:9"}, ("127.0.0.1:9",)),
}


@pytest.mark.parametrize("case", PROVIDERS)
def test_a_provider_that_cannot_work_says_why(workspace: Workspace, case: str) -> None:
    wrong, words = PROVIDERS[case]
    workspace.provider |= wrong
    if "region" in wrong:
        del workspace.provider["endpoint"]

    said = workspace.refused(STORE.configuration("glbr_protection_store")).text

    assert all(word in said for word in words), said
    assert "wrong-secret" not in said
    must_have_changed_nothing(workspace)


def test_a_provider_block_with_nothing_set_names_each_variable(installed: Callable[..., Workspace]) -> None:
    workspace = installed()
    workspace.environment = {
        name: value for name, value in workspace.environment.items() if not name.startswith("GLBR_")
    }
    workspace.write(STORE.configuration("glbr_protection_store"))
    workspace.run("init", "-no-color")

    said = workspace.refused(STORE.configuration("glbr_protection_store")).text

    variables = ("GLBR_CLIENT_ID", "GLBR_CLIENT_SECRET", "GLBR_WORKSPACE_ID", "GLBR_REGION", "GLBR_ENDPOINT")
    assert all(variable in said for variable in variables), said


def test_a_proxy_that_cannot_be_used_is_named(installed: Callable[..., Workspace]) -> None:
    workspace = installed()
    workspace.environment["ALL_PROXY"] = "socks5://user:hidden@127.0.0.1:1"
    workspace.write(STORE.configuration("glbr_protection_store"))
    workspace.run("init", "-no-color")

    said = workspace.refused(STORE.configuration("glbr_protection_store")).text

    assert "The proxy of this environment cannot be used" in said
    assert "ALL_PROXY" in said
    assert "hidden" not in said


def test_a_workload_that_no_gateway_takes_is_refused_with_hpes_reasons_and_what_to_do(workspace: Workspace) -> None:
    figures = {"max_on_prem_daily_protected_data_in_tib": 5000, "max_on_prem_retention_days": 30}

    said = workspace.refused({"data": {"glbr_protection_store_gateway_sizer": {"huge": figures}}}).text

    assert "maxOnPremDailyProtectedDataInTiB is 5000" in said
    assert "Change the arguments that its message names" in said
    assert "still running" not in said
