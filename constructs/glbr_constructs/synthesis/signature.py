"""What a construct's class takes, for those who ask Python: `help(ProtectionPolicy)`, notebooks, documentation."""

import inspect


class ConstructorSignature:
    """The signature of the constructor. jsii's metaclass would say `*args, **kwargs` of every class."""

    def __get__(self, instance: object, owner: type) -> inspect.Signature:
        constructor = inspect.signature(owner.__init__)  # type: ignore[misc]  # of the class, whatever it is
        return constructor.replace(
            parameters=list(constructor.parameters.values())[1:], return_annotation=inspect.Signature.empty
        )
