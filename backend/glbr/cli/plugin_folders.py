"""Where Terraform and OpenTofu look for providers without being told."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from glbr import __version__
from glbr.cli.launcher import InstallationProblem, os_and_architecture

HOSTS = ("registry.terraform.io", "registry.opentofu.org")
"""The registries that `source = "glbr/glbr"` means: Terraform's, and OpenTofu's."""

_SOURCE = Path("glbr", "glbr")


def home_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Find the home directory as Terraform does: HOME, else what the system knows of the user.

    Raises:
        InstallationProblem: When neither names one.
    """
    if home := environment.get("HOME"):
        return Path(home)
    import pwd

    try:
        known = pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        known = ""
    if not known:
        raise InstallationProblem(
            "There is no home directory to install into",
            "HOME is not set, and the system knows none for this user. Set HOME, or use --into DIR together with "
            "`terraform init -plugin-dir=DIR`.",
        )
    return Path(known)


def default_mirror(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder that Terraform and OpenTofu search first, without any configuration."""
    return home_folder(environment) / ".terraform.d" / "plugins"


def searched_mirrors(environment: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """Give the folders that are searched without any configuration, in order."""
    yield Path("terraform.d", "plugins").absolute()
    home = home_folder(environment)
    yield home / ".terraform.d" / "plugins"
    data = [environment.get("XDG_DATA_HOME") or str(home / ".local/share")]
    data += (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    for product in ("terraform", "opentofu"):
        yield from (Path(folder, product, "plugins") for folder in data if folder)


def launcher_path(mirror: Path, host: str, version: str = __version__) -> Path:
    """Where the provider's executable lies in a mirror."""
    return mirror / host / _SOURCE / version / os_and_architecture() / f"terraform-provider-glbr_v{version}"


def installed_launchers(environment: Mapping[str, str] = os.environ) -> list[Path]:
    """Find the providers of this version that Terraform would find, the first one first."""
    paths = (launcher_path(mirror, host) for mirror in searched_mirrors(environment) for host in HOSTS)
    return [path for path in paths if path.exists()]


def remove(launcher: Path, mirror: Path) -> bool:
    """Remove a provider and the folders that are empty then; False if it was not there."""
    if not launcher.exists():
        return False
    launcher.unlink()
    folder = launcher.parent
    while folder not in (mirror, mirror.parent) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True


def cli_configuration(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Find Terraform's CLI configuration if it takes the choice of provider folders into its own hands.

    With a `provider_installation` block in it Terraform searches what the block says and nothing else.
    """
    named = environment.get("TF_CLI_CONFIG_FILE") or environment.get("TERRAFORM_CONFIG")
    home = home_folder(environment)
    for path in [Path(named)] if named else [home / ".tofurc", home / ".terraformrc"]:
        if path.is_file() and re.search(rb"^\s*provider_installation\b", path.read_bytes(), re.MULTILINE):
            return path
    return None
