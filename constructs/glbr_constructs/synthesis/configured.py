"""What every resource, data source and provider block has in common: arguments that end up in the configuration."""

from collections.abc import Mapping
from typing import Any, ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.arguments import converted, to_terraform
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.kinds import Convert
from glbr_constructs.synthesis.place import path_of
from glbr_constructs.synthesis.printed import misprint
from glbr_constructs.synthesis.signature import ConstructorSignature


class Configured(cdk.TerraformElement):
    """Something with arguments that ends up in the configuration."""

    __signature__ = ConstructorSignature()

    shape: ClassVar[Mapping[str, Convert]] = {}
    """What each argument takes."""

    _arguments: dict[str, object]

    def __setattr__(self, name: str, value: object) -> None:
        # A name that is misspelt would be kept by Python, and written nowhere.
        if not name.startswith("_") and not hasattr(type(self), name):
            raise AttributeError(
                f"{type(self).__name__} has no argument {name!r}; allowed are {', '.join(self._arguments)}. Anything else: "
                f"add_override({name!r}, …)"
            )
        super().__setattr__(name, value)

    def set_argument(self, name: str, value: object) -> None:
        """Take another value for an argument, by its name in Terraform; `None` leaves it out.

        Raises:
            AttributeError: there is no such argument.
        """
        if name not in self._arguments:
            raise AttributeError(
                f"{type(self).__name__}.{name} is no argument and cannot be set. Arguments: {', '.join(self._arguments)}."
            )
        self._arguments[name] = converted(type(self).__name__, self.shape, name, value)

    def _take(self, scope: Construct, id_: str, arguments: Mapping[str, object]) -> None:
        """Keep the arguments, before the CDK makes the element.

        Raises:
            InvalidArgument: one of them is wrong, or the place is none.
        """
        if not isinstance(scope, Construct):
            raise InvalidArgument(
                f"making {type(self).__name__} {id_!r}: scope={scope!r} is no construct. Allowed: a stack, or a construct "
                "in one; inside of a stack's own constructor write self."
            )
        if not isinstance(id_, str) or not id_:
            raise InvalidArgument(
                f"making {type(self).__name__} in {path_of(scope) or 'the app'}: id_={id_!r} is no name for a construct. "
                "Allowed: a text that no other construct beside it has, such as 'gold'."
            )
        if wrong := misprint(id_):
            raise InvalidArgument(f"making {type(self).__name__} in {path_of(scope) or 'the app'}: id_={wrong}")
        kind = type(self).__name__
        try:
            self._arguments = {name: converted(kind, self.shape, name, value) for name, value in arguments.items()}
        except InvalidArgument as error:
            raise InvalidArgument(f"making {path_of(scope)}/{id_}: {error}") from None

    def _synthesize_attributes(self) -> Mapping[str, Any]:
        return {name: to_terraform(value) for name, value in self._arguments.items() if value is not None}

    def _synthesize_hcl_attributes(self) -> Mapping[str, Any]:
        # "any" makes the CDK write each value by what it is; only `cdktf synth --hcl` asks.
        return {
            name: {"value": value, "isBlock": False, "type": "any", "storageClassType": "any"}
            for name, value in self._synthesize_attributes().items()
        }
