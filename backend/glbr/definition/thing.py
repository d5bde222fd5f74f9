"""What has a name of its own in Terraform."""

import re

from glbr.definition.block import Block


class Thing(Block):
    """A definition with a file, and so with a noun."""

    @classmethod
    def noun(cls) -> str:
        """The name of the definition everywhere: `protection_policy`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def words(cls) -> str:
        """The noun as it stands in a sentence: `protection policy`."""
        return cls.noun().replace("_", " ")

    @classmethod
    def type_name(cls) -> str:
        """Terraform's name of one: `glbr_protection_policy`."""
        return f"glbr_{cls.noun()}"
