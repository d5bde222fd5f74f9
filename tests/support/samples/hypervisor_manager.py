"""A second vCenter of the clinic."""

from samples import Sample, within

ORCHESTRATOR = "${data.glbr_data_orchestrators.all.items[0].id}"
LOGIN = {"username": "backup@vsphere.local", "password_wo": "not-a-real-secret", "password_wo_version": 1}

SAMPLE = Sample(
    around={"data": {"glbr_data_orchestrators": {"all": {"sort": "createdAt", "limit": 1}}}},
    minimal={
        "network_address": "vcenter2.clinic.example",
        "hypervisor_manager_type": "VMWARE_VCENTER",
        "data_orchestrator_id": ORCHESTRATOR,
        "credentials": LOGIN,
    },
    arguments={
        "network_address": ("vcenter3.clinic.example", "10.20.9.40"),
        # HPE has one kind, and the clinic one Data Orchestrator.
        "hypervisor_manager_type": ("VMWARE_VCENTER", "VMWARE_VCENTER"),
        "data_orchestrator_id": (ORCHESTRATOR, ORCHESTRATOR),
        "credentials.username": ("other@vsphere.local", "third@vsphere.local"),
        "credentials.password": within(
            "credentials",
            {"username": LOGIN["username"], "password": "one"},
            {"username": LOGIN["username"], "password": "two"},
        ),
        "credentials.password_wo": within(
            "credentials", {**LOGIN, "password_wo": "one"}, {**LOGIN, "password_wo": "two", "password_wo_version": 2}
        ),
        "credentials.password_wo_version": (2, 3),
        "display_name": ("second", "clinic's second"),
        "description": ("first", "second"),
        "force": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
