"""How a resource or a data source comes into being, and what it tells the hidden element of its stack."""

from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Final, Literal

import jsii
from constructs import Construct

from glbr import __version__
from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kernel
from glbr_constructs.synthesis.batch import batch_of
from glbr_constructs.synthesis.configured import Configured
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.overrides import Removals
from glbr_constructs.synthesis.place import Place, is_plain, is_unusual, logical_id, place_of
from glbr_constructs.synthesis.printed import check, misprint

PROVIDER_NAME: Final = "glbr"
PROVIDER_SOURCE: Final = "glbr/glbr"
PROVIDER_VERSION: Final = f"~> {__version__}"
"""The provider that these classes were made with, or a later patch of it."""

METADATA: Final = {"provider_name": PROVIDER_NAME, "provider_version": PROVIDER_VERSION}
"""What the CDK needs to require the provider."""

_HCL: Final = (("synthesizeHclAttributes", "_synthesize_hcl_attributes"),)
"""Asked only for `cdktf synth --hcl`, and of each resource, since HCL is written one resource at a time."""

_OURS: Final = "glbr_constructs."


class Element(Configured):
    """A resource or a data source."""

    terraform_type: ClassVar[str]
    """Its type in Terraform, such as `glbr_protection_policy`."""

    _section: ClassVar[Literal["resource", "data"]]

    _place: Place
    _renamed = False
    _moved = False
    _made = True
    _removals: Removals | None = None

    @property
    def place(self) -> Place:
        """Where it stands among the constructs."""
        return self._place

    def add_override(self, path: str, value: Any) -> None:
        """Write something else than the arguments say.

        Args:
            path: Names with dots between them; a number for the position in a list: `protections.0.type`.
            value: What is to be there. `None` leaves it out.

        Raises:
            InvalidArgument: something that only Terraform knows was printed into a text of it.
        """
        try:
            check(value)
        except InvalidArgument as error:
            raise InvalidArgument(f"overriding {path} of {self._place.path}: {error}") from None
        super().add_override(path, value)
        if self._removals is None:
            self._removals = Removals()
        self._removals.override(path, value)

    def override_logical_id(self, new_logical_id: str) -> None:
        """Give it another name in the configuration.

        Args:
            new_logical_id: The name, such as `gold` for the address `glbr_protection_policy.gold`.

        Raises:
            InvalidArgument: something that only Terraform knows was printed into it.
        """
        if wrong := misprint(new_logical_id):
            raise InvalidArgument(f"renaming {self._place.path}: {wrong}")
        super().override_logical_id(new_logical_id)
        self._renamed = True

    def reset_override_logical_id(self) -> None:
        """Take the name back that it has without `override_logical_id`."""
        super().reset_override_logical_id()
        self._renamed = True

    def named(self) -> str | None:
        """Its name in the configuration; `None` where it is not written, such as what has moved away."""
        if self._moved or not self._made:
            return None
        if self._renamed:
            # Which name holds depends on what was asked of the CDK before, so that it alone knows.
            return self.friendly_unique_id
        return logical_id(self._place.names)

    def written(self) -> dict[str, Any]:
        """Its attributes, with nothing in them that an override removes."""
        attributes = dict(self._synthesize_attributes())
        return attributes if self._removals is None else self._removals.applied_to(attributes)

    def _make(self, scope: Construct, id_: str, arguments: Mapping[str, object], meta: Mapping[str, object]) -> None:
        """Take the arguments and make the element in Node.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            arguments: The arguments, by their names in Terraform.
            meta: What Terraform itself takes, by the CDK's names; `None` for what was not given.

        Raises:
            InvalidArgument: an argument is wrong, or the CDK refuses the place.
        """
        self._take(scope, id_, arguments)
        place = place_of(scope)
        self._place = place.inside(id_)
        if place.stack is None:
            raise InvalidArgument(
                f"making {self._place.path}: scope={type(scope).__name__} stands in no stack, so that nothing of it would be "
                "written. Allowed: a TerraformStack, or a construct in one."
            )
        self._renamed = not is_plain(id_)
        config = None if all(value is None for value in meta.values()) else self._config(meta)
        batch = batch_of(place)
        if batch is None or not _as_generated(type(self)):
            try:
                jsii.create(type(self), self, [scope, id_, config or _plain_config(self.terraform_type)])
            except RuntimeError as error:
                raise self._refused(str(error)) from None
        else:
            # Anything out of the ordinary waits for Node, so that a refusal is raised where it is written.
            wait = config is not None or is_unusual(id_)
            kernel.create(
                self, [scope, id_, config or _plain_wire(self.terraform_type)], _HCL, self._refused, wait=wait
            )
            batch.add(self._section, self)

    def _refused(self, said: str) -> InvalidArgument:
        self._made = False
        return InvalidArgument(f"making {self._place.path}: {said.splitlines()[0].removeprefix('Error: ')}")

    def _config(self, meta: Mapping[str, object]) -> object:
        # jsii takes lists alone.
        meta = {name: list(value) if isinstance(value, tuple) else value for name, value in meta.items()}
        if isinstance(meta["for_each"], dict | list | set | str):
            raise InvalidArgument(
                f"making {self._place.path}: for_each={meta['for_each']!r} is no iterator. Allowed: "
                "cdk.TerraformIterator.from_list([...]) or cdk.TerraformIterator.from_map({...})"
            )
        waited_for = meta["depends_on"]
        listed = waited_for if isinstance(waited_for, list) else []
        if waited_for is not None and (waited_for != listed or not all(hasattr(item, "fqn") for item in listed)):
            raise InvalidArgument(
                f"making {self._place.path}: depends_on={waited_for!r}: not all of it can be waited for. Allowed: a list of "
                "resources and data sources; of a construct around a resource give its .resource"
            )
        try:
            return cdk.TerraformResourceConfig(
                terraform_resource_type=self.terraform_type,
                terraform_generator_metadata=METADATA,
                **meta,  # type: ignore[arg-type]  # checked by the CDK while it runs
            )
        except (TypeError, RuntimeError) as error:
            given = ", ".join(f"{name}={value!r}" for name, value in meta.items() if value is not None)
            raise InvalidArgument(f"making {self._place.path}: {error}. Given: {given}.") from None


@cache
def _plain_config(terraform_type: str) -> dict[str, object]:
    """The configuration of an element for which Terraform takes nothing but attributes, as Node reads it."""
    metadata = {"providerName": PROVIDER_NAME, "providerVersion": PROVIDER_VERSION}
    return {"terraformResourceType": terraform_type, "terraformGeneratorMetadata": metadata}


@cache
def _plain_wire(terraform_type: str) -> kernel.Wire:
    return kernel.as_map(_plain_config(terraform_type))


@cache
def _as_generated(kind: type) -> bool:
    """Whether a class replaces no more of the CDK than our own classes do; a subclass of an application may."""
    declared: type = next(parent for parent in kind.mro() if vars(parent).get("__jsii_declared_type__"))
    cookies = {cookie for _, cookie in kernel.replaced(declared, kind)}
    above = kind.mro()[: kind.mro().index(declared)]
    strangers = [parent for parent in above if not parent.__module__.startswith(_OURS)]
    return not any(cookie in vars(stranger) for stranger in strangers for cookie in cookies)
