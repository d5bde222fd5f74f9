"""`glbr install`: puts the provider where `terraform init` finds it."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from glbr.cli.examples import examples


@dataclass(frozen=True, slots=True)
class Report:
    """What was done, for people and for scripts."""

    version: str
    mirror: str
    providers: list[str]
    changed: bool
    hash: str | None
    warnings: list[str]


@click.command(
    "install",
    epilog=examples(
        "glbr install",
        "glbr install --into ./mirror && terraform init -plugin-dir=./mirror",
        "glbr install --uninstall",
    ),
)
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Another folder, a filesystem mirror.",
)
@click.option("--uninstall", is_flag=True, help="Remove the provider of this version instead.")
@click.option("--json", "as_json", is_flag=True, help="Tell a script: one JSON object.")
def command(into: Path | None, *, uninstall: bool, as_json: bool) -> int:
    """Put the provider where terraform init finds it.

    It goes to ~/.terraform.d/plugins, which Terraform and OpenTofu search without any configuration. What is put there
    starts the code of this Python environment, so that it stays up to date with it.
    """
    from glbr.cli.plugin_folders import default_mirror

    mirror = (into or default_mirror()).absolute()
    report = _uninstalled(mirror) if uninstall else _installed(mirror, implied=into is None)
    if as_json:
        click.echo(json.dumps(asdict(report), indent=2))
        return 0
    verb = "Removed" if uninstall else "Installed"
    click.echo(
        f"{verb} the provider glbr/glbr {report.version}" if report.changed else _unchanged(report, uninstall=uninstall)
    )
    for provider in report.providers:
        click.echo(f"  {provider}")
    for warning in report.warnings:
        click.secho(f"Warning: {warning}", fg="yellow", err=True)
    if not uninstall:
        click.echo(_next(mirror, implied=into is None))
    return 0


def _installed(mirror: Path, *, implied: bool) -> Report:
    from glbr import __version__
    from glbr.cli.install import install_into
    from glbr.cli.lock_file import mismatches, package_hash
    from glbr.cli.plugin_folders import cli_configuration

    installation = install_into(mirror)
    launcher = installation.launchers[0]
    package = package_hash(launcher.name, launcher.read_bytes())
    warnings = [str(mismatch) for mismatch in mismatches(Path.cwd(), package)]
    if implied and (own := cli_configuration()):
        warnings.append(
            f"{own} has a provider_installation block, so only what it names is searched. Add to that block: "
            f'filesystem_mirror {{ path = "{mirror}" }}'
        )
    return Report(
        __version__, str(mirror), list(map(str, installation.launchers)), installation.changed, package, warnings
    )


def _uninstalled(mirror: Path) -> Report:
    from glbr import __version__
    from glbr.cli.plugin_folders import HOSTS, launcher_path, remove

    paths = [launcher_path(mirror, host) for host in HOSTS]
    removed = [path for path in paths if remove(path, mirror)]
    return Report(__version__, str(mirror), list(map(str, removed)), bool(removed), None, [])


def _unchanged(report: Report, *, uninstall: bool) -> str:
    if uninstall:
        return f"Nothing to remove: the provider glbr/glbr {report.version} is not in {report.mirror}"
    return f"The provider glbr/glbr {report.version} was installed already, and is up to date"


def _next(mirror: Path, *, implied: bool) -> str:
    init = "terraform init" if implied else f"terraform init -plugin-dir={mirror}"
    return f"""
Next, in a folder with your configuration:
  terraform {{
    required_providers {{
      glbr = {{ source = "glbr/glbr" }}
    }}
  }}
Then run: {init}"""
