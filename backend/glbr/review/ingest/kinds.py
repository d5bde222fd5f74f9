"""The one table of what is ours: which resources they are, what they become in the model, which of their values may be shown.

Everything else of a document (variables, outputs, other attributes) is never taken into the model.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PROVIDER: Final = "glbr"
"""Last part of our provider's address, in whatever registry or mirror, and under whatever namespace it is."""

_PREFIX: Final = "glbr_"
"""What every type of ours starts with."""

STORE, POLICY, JOB = "protection_store", "protection_policy", "protection_job"
MACHINES, VOLUMES, DATABASES = (
    "virtual_machine_protection_group",
    "volume_protection_group",
    "mssql_database_protection_group",
)
GROUPS: Final = (MACHINES, VOLUMES, DATABASES)


@dataclass(frozen=True, slots=True)
class Kind:
    """What the review knows of one kind of object.

    Attributes:
        arguments: What people set, without secrets: the attributes whose changes are a person's.
        named_by: The attribute that people know it by; empty when it has none.
        filled: Paths within the arguments that HPE fills in, without positions: `protections.id`.
        shown: Of a kind without a class of its own in the model: paths whose values may be shown.
        references: Of those, paths that hold the id of another object.
        has_secrets: Whether it has arguments that are secret.
    """

    arguments: tuple[str, ...]
    named_by: str = "name"
    filled: frozenset[str] = frozenset()
    shown: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    has_secrets: bool = False


_COPY: Final = (
    "name", "expire_after", "lock_for", "expires_at", "locked_until", "point_in_time", "volume_protection_group_id",
)  # fmt: skip

KINDS: Final[Mapping[str, Kind]] = {
    STORE: Kind(
        (
            "display_name", "protection_store_type", "storage_system_id", "storage_system_type", "storage_location_id",
            "force",
        ),
        named_by="display_name",
    ),
    POLICY: Kind(
        ("name", "description", "application_type", "protections"), filled=frozenset({"protections.id"})
    ),
    JOB: Kind(("asset_info", "protection_policy_id", "effective_from_date_time", "overrides"), named_by="",
              filled=frozenset({"asset_info.name"})),
    MACHINES: Kind(
        (
            "name", "description", "vm_protection_group_type", "assets_category", "assets", "native_app_info",
            "dynamic_member_filter",
        ),
        filled=frozenset({"dynamic_member_filter.members.resource_uri", "dynamic_member_filter.members.type"}),
    ),
    VOLUMES: Kind(
        (
            "name", "description", "volume_protection_group_type", "assets", "native_group_info", "storage_system_info",
            "cascade_delete",
        ),
        filled=frozenset(
            {
                "assets.display_name", "assets.protection_status", "native_group_info.type", "storage_system_info.name",
                "storage_system_info.type", "storage_system_info.product_family",
            }
        ),
    ),
    DATABASES: Kind(
        ("name", "description", "protection_group_type", "members", "native_app_info"),
        filled=frozenset(
            {
                "members.id", "members.name", "members.instance_info", "native_app_info.name",
                "native_app_info.instance_info", "native_app_info.availability_group_replicas",
            }
        ),
    ),
    "application_host": Kind(
        ("network_address", "credentials", "name", "description", "force"), shown=("network_address", "name", "force"),
        has_secrets=True,
    ),
    "data_orchestrator": Kind(
        ("display_name", "network", "date_time", "ntp", "remote_access_enabled", "force"),
        named_by="display_name",
        filled=frozenset({"network.nic.state", "ntp.state", "ntp.status"}),
        shown=(
            "display_name", "network.hostname", "network.default_gateway", "network.name_servers.network_address",
            "network.nic.network_address", "date_time.timezone", "ntp.ntp_servers.network_address",
            "remote_access_enabled", "force",
        ),
        has_secrets=True,
    ),
    "hypervisor_manager": Kind(
        (
            "network_address", "hypervisor_manager_type", "data_orchestrator_id", "credentials", "display_name",
            "description", "force",
        ),
        named_by="display_name",
        shown=("network_address", "hypervisor_manager_type", "data_orchestrator_id", "display_name", "force"),
        references=("data_orchestrator_id",),
        has_secrets=True,
    ),
    "mssql_instance_credentials": Kind(
        ("mssql_instance_id", "credentials"), named_by="", shown=("mssql_instance_id", "credentials.mode"),
        has_secrets=True,
    ),
    "protection_store_gateway": Kind(
        (
            "name", "hypervisor_manager_id", "vm_config", "nics", "dns", "ntp", "proxy", "date_time",
            "remote_access_enabled", "force",
        ),
        filled=frozenset({"nics.id", "nics.network_index"}),
        shown=(
            "name", "hypervisor_manager_id", "vm_config.max_in_cloud_daily_protected_data_in_tib",
            "vm_config.max_in_cloud_retention_days", "vm_config.max_on_prem_daily_protected_data_in_tib",
            "vm_config.max_on_prem_retention_days", "vm_config.override.cpu", "vm_config.override.ram_in_gib",
            "vm_config.override.storage_in_tib", "vm_config.network.network_address", "nics.network_address",
            "dns.network_address", "ntp.network_address", "date_time.timezone", "remote_access_enabled", "force",
        ),
        references=("hypervisor_manager_id",),
        has_secrets=True,
    ),
    "setting": Kind(("name", "current_value"), shown=("name", "current_value", "possible_values")),
    "storeonce": Kind(
        ("network_address", "serial_number", "credentials", "name", "description", "force"),
        shown=("network_address", "serial_number", "name", "force"),
        has_secrets=True,
    ),
    "volume_protection_group_backup": Kind(
        (
            "name", "description", "expire_after", "lock_for", "volume_protection_group_id", "backup_type",
            "protection_store_id", "source_copy_info",
        ),
        shown=(*_COPY, "backup_type", "protection_store_id"),
        references=("volume_protection_group_id", "protection_store_id"),
    ),
    "volume_protection_group_snapshot": Kind(
        ("name", "description", "expire_after", "lock_for", "volume_protection_group_id"),
        shown=_COPY,
        references=("volume_protection_group_id",),
    ),
}  # fmt: skip

UNHEARD_OF: Final = Kind((), named_by="name")
"""A kind that a newer version of the provider has: it is there, it can be lost, and nothing of it is shown but its name."""

FOREIGN: Final[Mapping[str, str]] = {
    "vsphere_virtual_machine": "virtualization/virtual-machine",
    "vcd_vm": "virtualization/virtual-machine",
    "vcd_vapp_vm": "virtualization/virtual-machine",
    "vsphere_vmfs_datastore": "virtualization/datastore",
    "vsphere_nas_datastore": "virtualization/datastore",
    "hpegl_vmaas_instance": "virtualization/virtual-machine",
    "mssql_database": "backup-recovery/mssql-database",
    "sqlserver_database": "backup-recovery/mssql-database",
}
"""What other providers make that HPE can protect, and HPE's type of it."""

_SECRET: Final = re.compile(
    r"passw(or)?d|passphrase|secret|token|credentials?$|activation_code|private_key|api_key|access_key", re.IGNORECASE
)
_NO_SECRET: Final = re.compile(r"(_version|_id|_type|_mode|_name|_url|_uri)$", re.IGNORECASE)


def is_ours(provider: str, resource_type: str = "") -> bool:
    """Whether something is ours: by the address of its provider, or by its type where that is known.

    A mirror may give the provider any host, any namespace and any name; its types keep theirs.
    """
    return resource_type.startswith(_PREFIX) or provider.lower().rpartition("/")[2] == PROVIDER


def noun_of(resource_type: str) -> str:
    """`protection_store` for `glbr_protection_store`."""
    return resource_type.removeprefix(_PREFIX)


def kind_of(noun: str) -> Kind:
    """What is known of a noun; next to nothing for one that a newer provider brought."""
    return KINDS.get(noun, UNHEARD_OF)


def is_named_like_a_secret(name: str) -> bool:
    """Whether a value of this name should never stand in clear: `password_wo`, but not `password_wo_version`."""
    return bool(_SECRET.search(name)) and not _NO_SECRET.search(name)
