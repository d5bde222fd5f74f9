"""Storage system: an array, whose volumes can be protected and carry datastores."""

from glbr.definition import Block, Observed, result


class CloudReport(Block):
    """How the cloud last heard of it."""

    cloud_state: str | None = result("State of the report.")
    err_code: str | None = result("Code of what went wrong, if anything did.")
    err_message: str | None = result("What went wrong, in words.")


class StorageSystem(Observed):
    """A storage array of HPE's. Protection groups of volumes name it."""

    collection = "/storage-fleet/v1alpha1/storage-systems"

    name: str | None = result("Name of the array.")
    description: str | None = result("Free-text note.")
    product_family: str | None = result("Family of the array.")
    model: str | None = result("Model of the array.")
    serial_number: str | None = result("Serial number.")
    software_version: str | None = result("Release that is installed.")
    fqdn: str | None = result("Host name with its domain.")
    mgmt_ip: str | None = result("IP address of its management.")
    state: str | None = result("`NORMAL` or `DEGRADED`.")
    callhome_status: str | None = result(
        "Whether it reports to HPE: `ENABLED_NORMAL`, `ENABLED_DEGRADED`, `DISABLED` or `UNKNOWN`."
    )
    tier_name: str | None = result("Tier of the array, as the console shows it.")
    tier_type: str | None = result("Tier of the array, such as `STORAGE_TIER_9000_NVME`.")
    last_connected_time: int | None = result("When it was last heard of: a number as HPE tells it, without a unit.")
    up_since: int | None = result("Since when it is up: a number as HPE tells it, without a unit.")
    common_resource_attributes: CloudReport | None = result("How the cloud last heard of it.")
    resource_uri: str | None = result("API path of the array.")
