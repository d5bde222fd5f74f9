"""What stands at HPE without Terraform, and which of it this run has set: two resources that set the same fight for ever."""

from glbr.definition.resource import Resource


class Standing:
    """The standing objects that were set in one run, that is since the provider was configured.

    Terraform sets a new resource once in a run, so a second time is a second resource. The provider sees one resource at a
    time, and later runs look as if somebody at HPE had changed the object: only the run that makes both can tell.
    """

    def __init__(self) -> None:
        self._set: set[tuple[str, str]] = set()

    def taken(self, definition: type[Resource], identifier: str) -> list[tuple[str, str]]:
        """Remember that a new resource sets this object.

        Returns:
            The warning, summary and detail, if another resource has set it in this run already; else nothing.
        """
        known = (definition.noun(), identifier)
        if known not in self._set:
            self._set.add(known)
            return []
        detail = (
            f"Given: glbr_{definition.noun()} twice for {identifier}. Both are in the state now, and each apply undoes what "
            "the other one wants. Remove one of them from the configuration: the object itself stays as it is."
        )
        return [(f"Two resources set the same {definition.words()}", detail)]
