"""Storage location: a cloud region that can hold protection stores."""

from glbr.definition import Observed, Timestamp, result


class StorageLocation(Observed):
    """A place in a cloud where HPE GreenLake can keep backups. Its id looks like `azure:eastus2`."""

    collection = "/data-services/v1beta1/storage-locations"
    readable_alone = False
    paging = "none"
    sortable = False
    filterable = ("capabilities",)

    name: str | None = result("Name of the location.")
    cloud_service_provider: str | None = result("`AWS`, `AZURE` or `GCP`.")
    cloud_service_provider_id: str | None = result("The provider's own name of the location.")
    city: str | None = result("City.")
    geography: str | None = result("`North America`, `Europe` or `Asia Pacific`.")
    timezone: str | None = result("Time zone.")
    capabilities: list[str] | None = result("What the location can be used for, such as `backup-and-recovery`.")
    created_at: Timestamp | None = result("When HPE began to offer it.")
    resource_uri: str | None = result("API path of the location.")
