# Generated from glbr/resources/protection_store_gateway_sizer.py by `python -m glbr.views.generate_l1`: do not edit.
"""Protection store gateway sizer: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Attribute, number, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataProtectionStoreGatewaySizer(DataSource):
    """How large a Protection Store Gateway must be for the data that it is to keep, and for how long.

    Without a gateway it tells the size of a new one, with a gateway what that one must grow to. Nothing is deployed or
    changed. HPE refuses figures that no gateway can take, and says why.
    """

    terraform_type: ClassVar[str] = "glbr_protection_store_gateway_sizer"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "protection_store_gateway_id": kinds.text,
        "max_on_prem_daily_protected_data_in_tib": kinds.number,
        "max_on_prem_retention_days": kinds.number,
        "max_in_cloud_daily_protected_data_in_tib": kinds.number,
        "max_in_cloud_retention_days": kinds.number,
    }

    protection_store_gateway_id: Attribute[str] = text()
    max_on_prem_daily_protected_data_in_tib: Attribute[float] = number()
    max_on_prem_retention_days: Attribute[float] = number()
    max_in_cloud_daily_protected_data_in_tib: Attribute[float] = number()
    max_in_cloud_retention_days: Attribute[float] = number()
    v_cpu: Attribute[float] = number()
    """Processors that the gateway needs."""

    ram_in_gib: Attribute[float] = number()
    """Memory that the gateway needs, GiB."""

    storage_in_tib: Attribute[float] = number()
    """Space that the gateway needs, TiB."""

    iops: Attribute[float] = number()
    """Reads and writes a second that its datastores must bear."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        protection_store_gateway_id: str | None = None,
        max_on_prem_daily_protected_data_in_tib: float | None = None,
        max_on_prem_retention_days: float | None = None,
        max_in_cloud_daily_protected_data_in_tib: float | None = None,
        max_in_cloud_retention_days: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            protection_store_gateway_id: Gateway that is there already; leave it out to size a new one.
            max_on_prem_daily_protected_data_in_tib: Most data that is protected on premises in a day, TiB.
            max_on_prem_retention_days: Longest retention on premises, days.
            max_in_cloud_daily_protected_data_in_tib: Most data that is protected in a cloud in a day, TiB.
            max_in_cloud_retention_days: Longest retention in a cloud, days.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "protection_store_gateway_id": protection_store_gateway_id,
                "max_on_prem_daily_protected_data_in_tib": max_on_prem_daily_protected_data_in_tib,
                "max_on_prem_retention_days": max_on_prem_retention_days,
                "max_in_cloud_daily_protected_data_in_tib": max_in_cloud_daily_protected_data_in_tib,
                "max_in_cloud_retention_days": max_in_cloud_retention_days,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
