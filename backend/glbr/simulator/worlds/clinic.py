"""A clinic with one site: 24 machines that somebody would miss."""

from glbr.simulator.objects import Objects
from glbr.simulator.worlds.appliances import data_orchestrator, gateway, storeonce
from glbr.simulator.worlds.site import MADE_AT, Site, site_id
from glbr.simulator.worlds.sql_server import Holding, application_host, store_holding

# Name, disk in GiB, guest, folder, tag. The order gives the ids, so new machines go to the end.
_MACHINES = (
    ("his-db-01", 800, "Windows Server 2022", "Hospital information", "gold"),
    ("his-db-02", 800, "Windows Server 2022", "Hospital information", "gold"),
    ("his-app-01", 120, "Windows Server 2022", "Hospital information", "gold"),
    ("his-app-02", 120, "Windows Server 2022", "Hospital information", "gold"),
    ("pacs-archive-01", 4000, "Red Hat Enterprise Linux 9", "Imaging", "gold"),
    ("pacs-archive-02", 4000, "Red Hat Enterprise Linux 9", "Imaging", "gold"),
    ("pacs-gateway-01", 200, "Red Hat Enterprise Linux 9", "Imaging", "silver"),
    ("radiology-ris-01", 300, "Windows Server 2022", "Imaging", "silver"),
    ("lab-lis-01", 250, "Windows Server 2019", "Laboratory", "gold"),
    ("lab-interface-01", 80, "Windows Server 2019", "Laboratory", "silver"),
    ("pathology-scan-01", 1500, "Windows Server 2022", "Laboratory", "silver"),
    ("pharmacy-01", 150, "Windows Server 2022", "Clinical", "gold"),
    ("icu-monitor-01", 200, "Red Hat Enterprise Linux 9", "Clinical", "gold"),
    ("surgery-plan-01", 150, "Windows Server 2022", "Clinical", "silver"),
    ("hl7-broker-01", 100, "Red Hat Enterprise Linux 9", "Clinical", "gold"),
    ("nurse-call-01", 60, "Windows Server 2019", "Clinical", "silver"),
    ("erp-db-01", 600, "SUSE Linux Enterprise Server 15", "Administration", "gold"),
    ("erp-app-01", 150, "SUSE Linux Enterprise Server 15", "Administration", "silver"),
    ("payroll-01", 100, "Windows Server 2022", "Administration", "silver"),
    ("mail-01", 900, "Windows Server 2022", "Administration", "silver"),
    ("fileserver-01", 2500, "Windows Server 2022", "Administration", "bronze"),
    ("dc-01", 80, "Windows Server 2022", "Infrastructure", "gold"),
    ("dc-02", 80, "Windows Server 2022", "Infrastructure", "gold"),
    ("print-01", 60, "Windows Server 2019", "Infrastructure", "bronze"),
)
_CLINICAL = ("Hospital information", "Imaging", "Laboratory")
_TIERS = ("gold", "silver", "bronze")
# What the SQL Server on his-db-01 holds.
_HOSPITAL = Holding(
    instances={
        "MSSQLSERVER": ("HospitalInformation", "Appointments", "Medication", "Billing", "AuditTrail"),
        "REPORTING": ("Warehouse", "QualityReports", "Dashboards"),
    },
    group="hospital-ag",
    grouped=("HospitalInformation", "Appointments"),
)


def populate(objects: Objects, workspace: str) -> None:
    """Fill an account with the clinic."""
    site = Site(workspace, "vcenter.clinic.example")
    manager = site.manager["id"]
    cluster = site.cluster("clinic-cluster-1")
    hosts = [site.host(number, f"esx{number:02}.clinic.example", cluster) for number in (1, 2, 3)]
    stores = [
        site.datastore(n, f"vmfs-clinic-{n:02}", terabytes, cluster) for n, terabytes in ((1, 8), (2, 8), (3, 16))
    ]
    care = site.folder(1, "Care")
    folders = {"Care": care}
    for number, name in enumerate(dict.fromkeys(machine[3] for machine in _MACHINES), start=2):
        folders[name] = site.folder(number, name, care if name in _CLINICAL else None)
    machines = [
        site.machine(n, name, size_gib=size, guest=guest, folder=folders[place], host=hosts[n % 3], store=stores[n % 3])
        for n, (name, size, guest, place, _) in enumerate(_MACHINES, start=1)
    ]
    tags = [
        site.tag(number, "backup", tier, [vm for vm, row in zip(machines, _MACHINES, strict=True) if row[4] == tier])
        for number, tier in enumerate(_TIERS, start=1)
    ]
    for store in stores:
        store["vmCount"] = sum(vm["appInfo"]["vmware"]["datastoresInfo"][0]["id"] == store["id"] for vm in machines)
    orchestrator = data_orchestrator("clinic-do-1", workspace, "UTC")
    objects.load("data-orchestrators", [orchestrator])
    objects.load("storeonces", [storeonce("clinic-storeonce-1", workspace, orchestrator)])
    objects.load("protection-store-gateways", [gateway("clinic-gateway-1", workspace, orchestrator)])
    objects.load("hypervisor-managers", [site.manager])
    objects.load("hypervisor-clusters", [cluster])
    objects.load("hypervisor-hosts", hosts)
    objects.load("datastores", stores)
    objects.load("folders", folders.values(), manager)
    objects.load("tags", tags, manager)
    objects.load("resource-pools", [site.pool(1, "Resources", cluster)], manager)
    objects.load("networks", [site.network(1, "clinic-servers", hosts)], manager)
    objects.load("virtual-machines", machines)
    host = application_host(
        site_id("application-hosts", 1),
        machines[0]["name"],
        f"{machines[0]['name']}.clinic.example",
        workspace=workspace,
        username="backup@clinic.example",
        orchestrator=orchestrator["id"],
        machine=machines[0],
        made_at=MADE_AT,
    )
    objects.load("application-hosts", [host])
    store_holding(objects, host, _HOSPITAL, site_id)
