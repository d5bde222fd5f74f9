"""Volumes of storage arrays. They exist already and are looked up; protected they are as members of a group."""

from typing import Final

from constructs import Construct

from glbr_constructs.assets.conditions import Assets, Where, literal, wanted
from glbr_constructs.cdk import cdk
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.volume import DataVolume, DataVolumes
from glbr_constructs.synthesis.resource import INNER

_PROPERTIES: Final = {
    "name": "name",
    "systemId": "system_id",
    "volumeSetId": "volume_set_id",
    "productFamily": "product_family",
    "volumeType": "volume_type",
    "healthState": "health_state",
    "wwn": "wwn",
}
"""What volumes are told apart by: HPE's property and Terraform's attribute. HPE's list cannot be filtered, so Terraform does."""


class Volume(Existing):
    """One volume.

    Example:
        data = Volume.from_volume_name(self, "data", "erp-db-data-01")
        VolumeProtectionGroup(self, "group", name="erp", volumes=[data])
    """

    @property
    def volume_id(self) -> str:
        """Identifier of the volume."""
        return self.identifier

    @classmethod
    def from_volume_id(cls, scope: Construct, id_: str, volume_id: str) -> "Volume":
        """The volume with this identifier; HPE is not asked."""
        return cls(scope, id_, volume_id)

    @classmethod
    def from_volume_name(cls, scope: Construct, id_: str, name: str) -> "Volume":
        """The volume with this name on its array, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataVolume(own, INNER, name=name).id, name=name)


class Volumes(Assets[DataVolumes]):
    """All volumes that meet conditions, looked up again at each plan: a new volume joins by itself.

    Example:
        volumes = Volumes(self, "volumes", where={"name": ["erp-db-data-01", "erp-db-log-01"]})
        VolumeProtectionGroup(self, "group", name="erp", volumes=volumes)
    """

    def __init__(self, scope: Construct, id_: str, *, where: Where | None = None) -> None:
        """Describe them.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            where: HPE's properties and the value, or several of which one must match: `{"volumeSetId": "set-1"}`. All
                conditions must hold. Properties: `name`, `systemId`, `volumeSetId`, `productFamily`, `volumeType`,
                `healthState`, `wwn`.

        Raises:
            Refused: volumes have no such property, or a value is empty.
        """
        super().__init__(scope, id_)
        self._where = wanted(Given.to("looking up volumes", self), where, tuple(_PROPERTIES))
        self.resource = DataVolumes(self, INNER)

    @property
    def assets(self) -> cdk.IResolvable:
        """The volumes as members of a group, an expression of Terraform."""
        one_of = (
            " || ".join(f"val.{_PROPERTIES[name]} == {literal(value)}" for value in values)
            for name, values in self._where.items()
        )
        return self._each("{ id = val.id }", " && ".join(f"({condition})" for condition in one_of))
