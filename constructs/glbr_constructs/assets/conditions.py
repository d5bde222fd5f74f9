"""Many assets at once: those that meet conditions when Terraform plans."""

import json
from collections.abc import Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given, is_expression
from glbr_constructs.placed import Placed
from glbr_constructs.synthesis.attributes import References
from glbr_constructs.synthesis.resource import DataSource

Where: TypeAlias = Mapping[str, str | Sequence[str]]
"""HPE's properties, and for each the value, or several of which one must match."""

D = TypeVar("D", bound=DataSource)


class Assets(Placed, Generic[D]):
    """Assets that are looked up together.

    Attributes:
        resource: The data source that lists them.
    """

    resource: D

    def _each(self, member: str, condition: str) -> cdk.IResolvable:
        """One member for each asset that meets the condition, both in Terraform's language with `val` for the asset."""
        # As a map, since the CDK would turn a list into a set first, and Terraform would unify large objects for it.
        items: References = self.resource.items  # type: ignore[attr-defined, type-arg]  # every list has items, of its own class
        found = cdk.TerraformIterator.from_map(cdk.Token.as_any_map(items))
        return found.for_expression_for_list(member + (condition and f" if {condition}"))

    def _ids_by_name(self, condition: str) -> cdk.IResolvable:
        """Identifiers by name of the assets that meet the condition; Terraform refuses two assets of one name."""
        items: References = self.resource.items  # type: ignore[attr-defined, type-arg]  # as above
        found = cdk.TerraformIterator.from_map(cdk.Token.as_any_map(items))
        return found.for_expression_for_map("val.name", "val.id" + (condition and f" if {condition}"))


def wanted(given: Given, where: Where | None, properties: Sequence[str]) -> dict[str, list[str]]:
    """The conditions, each with its list of values.

    Raises:
        Refused: nothing is asked for by such a property, or a value says nothing.
    """
    if where is None:
        return {}
    given.instance(
        "where", where, (Mapping,), "a set of conditions", "{'name': ['erp-db-01', 'erp-db-02']} and the like"
    )
    found: dict[str, list[str]] = {}
    for name, value in where.items():
        given.choice("where", name, properties)
        values = [value] if isinstance(value, str) else value
        given.several(f"where[{name!r}]", values, "a value, or a list of values of which one must match", at_least=1)
        for one in values:
            given.text(f"where[{name!r}]", one, "a value, or a list of values of which one must match")
        found[name] = list(values)
    return found


def filters(given: Given, where: Where | None, properties: Sequence[str]) -> list[Mapping[str, object]] | None:
    """The conditions as HPE takes them.

    Raises:
        Refused: HPE cannot look for such a property, or a value says nothing.
    """
    conditions = wanted(given, where, properties).items()
    return [{"property": name, "values": values} for name, values in conditions] or None


def literal(value: str) -> str:
    """A text in Terraform's language; an expression is left as it is."""
    return value if is_expression(value) else json.dumps(value, ensure_ascii=False)
