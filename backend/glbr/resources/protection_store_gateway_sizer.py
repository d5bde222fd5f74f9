"""Protection Store Gateway sizer: how large a gateway must be for what it is to keep."""

from glbr.definition import Computation, argument, parent, result


class ProtectionStoreGatewaySizer(Computation):
    """How large a Protection Store Gateway must be for the data that it is to keep, and for how long.

    Without a gateway it tells the size of a new one, with a gateway what that one must grow to. Nothing is deployed or
    changed. HPE refuses figures that no gateway can take, and says why.
    """

    paths = (
        "/backup-recovery/v1beta1/protection-store-gateways/{protection_store_gateway_id}/sizer",
        "/backup-recovery/v1beta1/protection-store-gateway-sizer",
    )

    protection_store_gateway_id: str | None = parent(
        "Gateway that is there already; leave it out to size a new one.", to="protection_store_gateway"
    )
    max_on_prem_daily_protected_data_in_tib: float | None = argument(
        "Most data that is protected on premises in a day, TiB.", api="maxOnPremDailyProtectedDataInTiB"
    )
    max_on_prem_retention_days: float | None = argument("Longest retention on premises, days.")
    max_in_cloud_daily_protected_data_in_tib: float | None = argument(
        "Most data that is protected in a cloud in a day, TiB.", api="maxInCloudDailyProtectedDataInTiB"
    )
    max_in_cloud_retention_days: float | None = argument("Longest retention in a cloud, days.")

    v_cpu: float | None = result("Processors that the gateway needs.")
    ram_in_gib: float | None = result("Memory that the gateway needs, GiB.", api="ramInGiB")
    storage_in_tib: float | None = result("Space that the gateway needs, TiB.", api="storageInTiB")
    iops: float | None = result("Reads and writes a second that its datastores must bear.")
