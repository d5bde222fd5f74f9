"""The root of a program."""

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.signature import ConstructorSignature


class App(cdk.App):
    """The root of a program: stacks are made in it, and `synth()` writes them. The CDK's own App does as well.

    This one tells what a validation found without the calls into Node around it, and without the hint to skip validations:
    what they guard are recovery points.

    Example:
        north = TerraformStack(app, "north")
        GlbrProvider(north, "glbr")
    """

    __signature__ = ConstructorSignature()

    def synth(self) -> None:
        """Write the configuration of all stacks.

        Raises:
            RuntimeError: a validation found something wrong, or the CDK refuses.
        """
        try:
            super().synth()
        except RuntimeError as error:
            found, _, _ = str(error).removeprefix("Error: ").partition("\n\n")
            if "alidation failed" not in found:
                raise
            raise RuntimeError(found) from None
