"""The `glbr` command: what a person types to simulate, install, check and try out."""


def main() -> int:
    """Run the command with the arguments of this process and return its exit code."""
    # Imported late, so that the embedded Terraform, which lives below this package, need not pay for click.
    from glbr.cli.command import run

    return run()
