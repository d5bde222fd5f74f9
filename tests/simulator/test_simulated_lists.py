"""Lists: pages, filters, order and selected fields, as HPE documents them."""

import pytest

MACHINES = "/virtualization/v1beta1/virtual-machines"
BACKUP = "/backup-recovery/v1beta1"


async def names(person, text, path=MACHINES, **query):
    return [item["name"] for item in await person.items(path, filter=text, **query)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name eq 'mail-01'", ["mail-01"]),
        ("name eq mail-01", ["mail-01"]),
        ("name eq 'nobody''s'", []),
        ("name in ('mail-01', 'dc-02')", ["mail-01", "dc-02"]),
        ("capacityInBytes gt 2700000000000", ["pacs-archive-01", "pacs-archive-02"]),
        ("capacityInBytes lt 70000000000", ["nurse-call-01", "print-01"]),
        ("name gt 'pharmacy' and name lt 'radiology'", ["pharmacy-01", "print-01"]),
        (
            "computeInfo/memorySizeInMib eq 20480 and hostInfo/name eq 'esx01.clinic.example'",
            ["his-app-01", "hl7-broker-01"],
        ),
        ("appInfo/vmware/datastoresInfo/name eq 'vmfs-clinic-01' and name lt 'fa'", ["erp-app-01"]),
        ("vclsVm eq true", []),
        ("createdAt lt 2025-11-03T08:15:30Z", []),
        ("createdAt eq 2025-11-03T08:15:30.125Z and name eq 'mail-01'", ["mail-01"]),
        ("'backup-and-recovery' in services and name eq 'mail-01'", ["mail-01"]),
        ("'hci-manager' in services", []),
    ],
)
async def test_filters_find_what_they_say(person, text, found):
    assert await names(person, text) == found


async def test_ne_leaves_out(person):
    found = await names(person, "powerState ne 'POWERED_OFF' and name ne 'his-db-01'", limit=100)

    assert len(found) == 23
    assert "his-db-01" not in found


async def test_locations_are_found_by_capability(person):
    found = await names(person, "'backup-recovery' in capabilities", "/data-services/v1beta1/storage-locations")

    assert len(found) == 4


async def test_policies_are_found_by_what_their_tiers_hold(person):
    await person.policy(person.snapshots(person.schedule(1)))
    await person.policy(person.backups(await person.store(), person.schedule(1, "DAILY")), name="silver")

    found = await names(person, "protections/type eq 'BACKUP' and assigned eq false", f"{BACKUP}/protection-policies")

    assert found == ["silver"]


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        (MACHINES, "colour eq 'red'", "filterable are status, state"),
        (f"{BACKUP}/protection-stores", "displayName eq 'Local'", "protectionStoreType"),
        (f"{BACKUP}/protection-policies", "name ne 'gold'", "this list takes eq, gt, lt, in"),
        (MACHINES, "name eq 'a' or name eq 'b'", "'or' and brackets are not supported"),
        (MACHINES, "(name eq 'a')", "not a property"),
        (MACHINES, "name eq 'a", "is a quote not closed?"),
        (MACHINES, "name eq", "ends where a literal must stand"),
        (MACHINES, "name eq 'a' and", "ends where a property must stand"),
        (MACHINES, "name like 'a'", "not an operator here"),
        (MACHINES, "contains(name, 'a')", "not an operator here"),
        (MACHINES, "name in 'a'", "stands where '('"),
        (MACHINES, "'a' eq name", "a quoted literal at the start"),
        ("/data-services/v1beta1/storage-locations", "capabilities in ('a')", "brackets are not allowed"),
    ],
)
async def test_filters_outside_the_language_are_refused(person, path, text, told):
    reply = await person.http.get(path, params={"filter": text})

    assert reply.status_code == 400
    assert told in reply.json()["message"]


async def test_pages_are_small_unless_asked_for_more(person):
    first = await person.get(MACHINES)
    second = await person.get(MACHINES, offset=20)
    whole = await person.get(MACHINES, limit=1000)

    assert (first["count"], first["offset"], first["total"]) == (20, 0, 24)
    assert (second["count"], second["offset"]) == (4, 20)
    assert first["items"] + second["items"] == whole["items"]


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 1001},
        {"limit": 0},
        {"limit": "many"},
        {"offset": -1},
        {"colour": "red"},
        {"sort": "name up"},
        {"select": "nam"},
    ],
)
async def test_queries_outside_the_contract_are_refused(person, query):
    reply = await person.http.get(MACHINES, params=query)

    assert reply.status_code == 400
    assert next(iter(query)) in reply.json()["message"]


async def test_storeonce_lists_allow_no_items_and_no_filter(person):
    none = await person.get(f"{BACKUP}/storeonces", limit=0)
    filtered = await person.http.get(f"{BACKUP}/storeonces", params={"filter": "name eq 'a'"})

    assert (none["items"], none["count"], none["total"]) == ([], 0, 1)
    assert filtered.status_code == 400


async def test_sort_takes_several_names_and_directions(person):
    query = {"sort": "capacityInBytes desc, name", "limit": 3, "select": "name,hostInfo/name"}

    items = await person.items(MACHINES, **query)

    assert items == [
        {"name": "pacs-archive-01", "hostInfo": {"name": "esx03.clinic.example"}},
        {"name": "pacs-archive-02", "hostInfo": {"name": "esx01.clinic.example"}},
        {"name": "fileserver-01", "hostInfo": {"name": "esx01.clinic.example"}},
    ]


async def test_orchestrators_sort_by_listed_names_only(person):
    reply = await person.http.get(f"{BACKUP}/data-orchestrators", params={"sort": "displayName"})

    assert reply.status_code == 400
    assert "sortable are name" in reply.json()["message"]


async def test_select_works_on_one_object(person):
    store = await person.store()

    assert await person.get(f"{BACKUP}/protection-stores/{store}", select="displayName") == {"displayName": "Local"}


async def test_gateways_repeat_the_limit(person):
    assert (await person.get(f"{BACKUP}/protection-store-gateways"))["limit"] == 10


async def test_empty_lists_and_totals_follow_the_settings(person):
    plain = await person.get(f"{BACKUP}/protection-stores")
    person.switch(empty_items="null", totals=False)
    switched = await person.get(f"{BACKUP}/protection-stores")

    assert plain == {"items": [], "count": 0, "offset": 0, "total": 0}
    assert switched == {"items": None, "count": 0, "offset": 0}


async def test_what_hangs_below_a_vcenter_is_found_there_only(person):
    manager = "/virtualization/v1beta1/hypervisor-managers/00000010-0000-4000-8000-000000000001"

    folders = await person.items(f"{manager}/folders")
    one = await person.get(f"{manager}/folders/{folders[0]['id']}")
    elsewhere = await person.http.get(f"{manager[:-1]}9/folders")

    assert [folder["name"] for folder in folders][:2] == ["Care", "Hospital information"]
    assert one == folders[0]
    assert elsewhere.status_code == 404


async def test_times_have_mixed_precision_and_lose_nothing(person):
    mixed = (await person.items(MACHINES, limit=1))[0]
    policy = await person.policy(person.snapshots(person.schedule(1, "DAILY")))
    await person.protect(person.vm(1), policy["id"])
    person.advance(days=20)
    digits = {len(copy["pointInTime"].rstrip("Z").partition(".")[2]) for copy in await person.copies()}
    person.switch(timestamps="plain")
    plain = (await person.items(MACHINES, limit=1))[0]

    assert plain["createdAt"] == "2025-11-03T08:15:30.125000Z"
    assert mixed["createdAt"].rstrip("0Z") == "2025-11-03T08:15:30.125"
    assert digits == {0, 3, 6, 9}


async def test_a_storeonce_changes_its_generation_at_each_read(person):
    path = f"{BACKUP}/storeonces/00000040-0000-4000-8000-000000000001"

    generations = [(await person.get(path))["generation"] for _ in range(3)]

    assert generations == [10401, 10402, 10403]
