"""How large a gateway is: by what it has to protect, or as a person fixes it."""

from dataclasses import dataclass, replace

from glbr_constructs.given import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """What a gateway has to protect; HPE sizes it by that.

    `Workload.on_premises(daily_tib=2, kept_days=30).and_in_cloud(daily_tib=1, kept_days=180)`

    Example:
        cluster = HypervisorCluster.from_hypervisor_cluster_name(self, "cluster", "clinic-cluster-1")
        ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example"),
            place=cluster,
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.dhcp("clinic-servers"),
            size=Workload.on_premises(daily_tib=2, kept_days=30).and_in_cloud(daily_tib=1, kept_days=180),
        )

    Attributes:
        on_premises_daily_tib: Most data that is protected in a day on the gateway itself, TiB.
        on_premises_kept_days: Longest retention on the gateway itself, days.
        in_cloud_daily_tib: Most data that is protected in a day in cloud stores, TiB.
        in_cloud_kept_days: Longest retention in cloud stores, days.
    """

    on_premises_daily_tib: float | None = None
    on_premises_kept_days: float | None = None
    in_cloud_daily_tib: float | None = None
    in_cloud_kept_days: float | None = None

    def __post_init__(self) -> None:
        given = Given("sizing a gateway")
        pairs = (
            ("on_premises", self.on_premises_daily_tib, self.on_premises_kept_days),
            ("in_cloud", self.in_cloud_daily_tib, self.in_cloud_kept_days),
        )
        for place, daily, kept in pairs:
            if (daily is None) != (kept is None):
                lacking = f"{place}_{'daily_tib' if daily is None else 'kept_days'}"
                raise given.refused(
                    f"{lacking} is missing",
                    "Allowed: how much in a day, in TiB, together with how many days it is kept",
                )
            if daily is not None:
                given.number(f"{place}_daily_tib", daily, "TiB in a day")
                given.number(f"{place}_kept_days", kept, "days", least=1)
        if all(daily is None for _, daily, _ in pairs):
            raise given.refused(
                "no workload", "Allowed: Workload.on_premises(...), Workload.in_cloud(...), or both joined"
            )

    @classmethod
    def on_premises(cls, *, daily_tib: float, kept_days: float) -> "Workload":
        """Backups that stay on the gateway.

        Args:
            daily_tib: Most data that is protected in a day, TiB.
            kept_days: Longest retention, days.

        Raises:
            Refused: a number is out of range.
        """
        _amounts(daily_tib, kept_days)
        return cls(on_premises_daily_tib=daily_tib, on_premises_kept_days=kept_days)

    @classmethod
    def in_cloud(cls, *, daily_tib: float, kept_days: float) -> "Workload":
        """Backups that the gateway sends to cloud stores.

        Args:
            daily_tib: Most data that is protected in a day, TiB.
            kept_days: Longest retention, days.

        Raises:
            Refused: a number is out of range.
        """
        _amounts(daily_tib, kept_days)
        return cls(in_cloud_daily_tib=daily_tib, in_cloud_kept_days=kept_days)

    def and_in_cloud(self, *, daily_tib: float, kept_days: float) -> "Workload":
        """The same, and backups in cloud stores.

        Args:
            daily_tib: Most data that is protected in a day, TiB.
            kept_days: Longest retention, days.

        Raises:
            Refused: a number is out of range.
        """
        _amounts(daily_tib, kept_days)
        return replace(self, in_cloud_daily_tib=daily_tib, in_cloud_kept_days=kept_days)

    def arguments(self) -> dict[str, object]:
        """The workload in HPE's words."""
        return {
            "max_on_prem_daily_protected_data_in_tib": self.on_premises_daily_tib,
            "max_on_prem_retention_days": self.on_premises_kept_days,
            "max_in_cloud_daily_protected_data_in_tib": self.in_cloud_daily_tib,
            "max_in_cloud_retention_days": self.in_cloud_kept_days,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedSize:
    """A size that a person has chosen, in place of the one that HPE works out.

    Example:
        host = HypervisorHost.from_hypervisor_host_name(self, "host", "esx-01.clinic.example")
        ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example"),
            place=host,
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.dhcp("clinic-servers"),
            size=FixedSize(cpu=8, ram_gib=24, storage_tib=10),
        )

    Attributes:
        cpu: Number of processors.
        ram_gib: Memory, GiB.
        storage_tib: Space for stores, TiB.
    """

    cpu: float
    ram_gib: float
    storage_tib: float

    def __post_init__(self) -> None:
        given = Given("fixing the size of a gateway")
        given.number("cpu", self.cpu, "processors", least=1, whole=True)
        given.number("ram_gib", self.ram_gib, "GiB", least=1)
        given.number("storage_tib", self.storage_tib, "TiB", least=1)

    def arguments(self) -> dict[str, object]:
        """The size in HPE's words."""
        return {"override": {"cpu": self.cpu, "ram_in_gib": self.ram_gib, "storage_in_tib": self.storage_tib}}


def _amounts(daily_tib: float, kept_days: float) -> None:
    given = Given("sizing a gateway")
    given.number("daily_tib", daily_tib, "TiB in a day")
    given.number("kept_days", kept_days, "days", least=1)
