"""A fleet: as many machines as wanted, with folders and tags to group them by."""

VIRTUAL = "/virtualization/v1beta1"
GROUPS = "/backup-recovery/v1beta1/virtual-machine-protection-groups"
TAGS = f"{VIRTUAL}/hypervisor-managers/00000010-0000-4000-8000-000000000001/tags"
VMS = 10_000


async def tag_group(person, name):
    """A group of the machines that carry a tag."""
    tag = next(tag for tag in await person.items(TAGS) if tag["name"] == name)
    members = [{"resourceUri": tag["resourceUri"]}]
    return await person.group(name=name, vmProtectionGroupType="DYNAMIC", dynamicMemberFilter={"members": members})


async def test_a_fleet_of_ten_thousand_is_listed_page_by_page(person_with):
    async with person_with(world="fleet", vms=VMS) as someone:
        await tag_group(someone, "gold")

        pages = [await someone.items(f"{VIRTUAL}/virtual-machines", offset=n, limit=1000) for n in range(0, VMS, 1000)]

    grouped = [machine for page in pages for machine in page if "vmProtectionGroupsInfo" in machine]
    assert len({machine["id"] for page in pages for machine in page}) == VMS
    assert len(grouped) == VMS // 10


async def test_tags_of_a_fleet_are_on_many_machines(person_with):
    async with person_with(world="fleet", vms=1000) as someone:
        counts = {tag["name"]: len(tag["associatedResources"]) for tag in await someone.items(TAGS)}

    assert counts == {"gold": 100, "silver": 250, "bronze": 499}


async def test_a_group_by_tag_holds_its_share_of_a_fleet_and_is_copied(person_with):
    async with person_with(world="fleet", vms=1000) as someone:
        group = await tag_group(someone, "bronze")
        policy = await someone.policy(someone.snapshots(someone.schedule(1)))
        await someone.protect(group, policy["id"], "backup-recovery/virtual-machine-protection-group")

        assets = (await someone.get(f"{GROUPS}/{group}"))["assets"]
        copied = await someone.copies(3)
        left_alone = await someone.copies(1)

    assert (len(assets), assets[0]["name"]) == (499, "vm-00003")
    assert (len(copied), left_alone) == (1, [])


async def test_a_folder_of_a_fleet_holds_a_hundred_machines(person_with):
    async with person_with(world="fleet", vms=250) as someone:
        native = {"id": "00000014-0000-4000-8000-000000000002", "type": "VMWARE_FOLDER"}
        group = await someone.group(vmProtectionGroupType="NATIVE", nativeAppInfo=native)

        assets = (await someone.get(f"{GROUPS}/{group}"))["assets"]

    assert (len(assets), assets[0]["name"]) == (100, "vm-00101")
