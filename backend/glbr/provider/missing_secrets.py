"""Secrets that a plan would send and that nobody gives."""

from collections.abc import Iterator, Mapping

from glbr.definition.tree import Tree, Unknown
from glbr.protection.problem import Path, Problem
from glbr.views.terraform_schema import Attributes


def missing_secrets(attributes: Attributes, config: Tree, prior: Tree | None, path: Path = ()) -> Iterator[Problem]:
    """What lacks its secret: an object that cannot be made without it, or a version that was raised to send it again.

    A secret that is unknown as yet is there as far as anyone can tell: Terraform plans again, within the apply, when all
    is known. Later on a secret may be left out: HPE has it.

    Args:
        attributes: What the object is.
        config: The configuration, which alone holds the write-only values.
        prior: The last state; `None` when the object is to be made.
        path: Where it is nested.
    """
    before = prior or {}
    for name, attribute in attributes.items():
        value, field = config.get(name), attribute.field
        if field.write_only and field.secret and value is None and config.get(field.secret) is None:
            version = f"{name}_version"
            if prior is None and field.needed:
                detail = f"Given: neither {name} nor {field.secret}. {attributes[field.secret].field.description} "
                yield Problem((*path, name), f"{field.secret} is needed to make this", f"{detail}Give one of the two.")
            elif _is_changed(was := before.get(version), number := config.get(version)):
                yield Problem(
                    (*path, name),
                    f"{version} was changed and no secret is given",
                    f"Given: {version} = {number}, {'not set' if was is None else was} so far, and {name} = null. Another "
                    f"number sends {name} again. Give {name} a value (is the variable that it comes from set?), or leave "
                    f"{version} as it was.",
                )
        elif attribute.attributes is not None and isinstance(value, Mapping):
            inner = before.get(name)
            # An object that is made anew takes what nested objects need; one that is there may lack them.
            known = inner if isinstance(inner, Mapping) else None if prior is None else {}
            yield from missing_secrets(attribute.attributes, value, known, (*path, name))


def _is_changed(before: object, wanted: object) -> bool:
    return wanted is not None and not isinstance(wanted, Unknown) and wanted != before
