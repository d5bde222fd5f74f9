"""What appliances that carry stores have in common."""

from glbr_constructs.existing import Existing


class ExistingAppliance(Existing):
    """An appliance that exists already."""

    @property
    def storage_system_id(self) -> str:
        """Identifier of the appliance."""
        return self.identifier
