"""What objects of HPE's data services tell alike."""

from glbr.definition import AssetKind, Block, result


class ResourceGroup(Block):
    """A resource group, for rights of access."""

    id: str | None = result("Identifier of the group.")
    name: str | None = result("Name of the group.")


class TouchedObject(Block):
    """An object that the work concerns."""

    name: str | None = result("Name of the object.")
    type: AssetKind | None = result("Kind of the object.")
    resource_uri: str | None = result("API path of the object; its last part is the identifier.")
