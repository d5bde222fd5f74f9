"""Where a demonstration happens: a folder of its own in the checkout, and an environment that nothing else steers."""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from glbr.api.errors import GlbrError
from glbr.cli.surroundings import without_steering


class NoDemonstration(GlbrError):
    """The demonstration cannot run here, or did not succeed."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The folders of a demonstration; everything it writes is below `root`/.glbr."""

    root: Path

    @property
    def example(self) -> Path:
        """The program with the constructs."""
        return self.root / "examples" / "three-copies" / "main.py"

    @property
    def folder(self) -> Path:
        """Made anew for each demonstration."""
        return self.root / ".glbr" / "demo"

    @property
    def mirror(self) -> Path:
        """Where `terraform init` takes the provider from."""
        return self.folder / "mirror"

    @property
    def synthesized(self) -> Path:
        """What the constructs become."""
        return self.folder / "cdktf.out"

    @property
    def proposed(self) -> Path:
        """The example as a pull request would have it."""
        return self.folder / "proposed.py"

    @property
    def inventory(self) -> Path:
        """What stores hold, and who is in which group."""
        return self.folder / "inventory.json"

    @property
    def pages(self) -> Path:
        """Where pages of reviews are left to look at."""
        return self.root / ".glbr" / "reviews"

    @property
    def note(self) -> Path:
        """Remembers a simulator that was left running."""
        return self.root / ".glbr" / "simulator.json"

    def prepare(self) -> None:
        """Make the folder, empty.

        Raises:
            NoDemonstration: When a file stands where a folder is needed.
        """
        for needed in (self.folder.parent, self.pages):
            if needed.exists() and not needed.is_dir():
                raise NoDemonstration(
                    f"{needed} is a file", "The demonstration needs a folder of that name. Move the file away."
                )
        self.clear()
        self.folder.mkdir(parents=True)
        # With a configuration file of its own, though empty, Terraform does not read the person's.
        self._configuration.touch()

    def clear(self) -> None:
        """Remove what a demonstration wrote."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, inherited: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
        """Give the variables for constructs and Terraform; the home directory is neither needed nor touched."""
        return {
            **without_steering(inherited),
            **settings,
            "TF_CLI_CONFIG_FILE": str(self._configuration),
            "TF_IN_AUTOMATION": "1",
            "CHECKPOINT_DISABLE": "1",
            "CDKTF_OUTDIR": str(self.synthesized),
            "JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(self.root / ".glbr" / "jsii"),
        }

    def stack(self) -> Path:
        """The folder that holds the synthesized Terraform JSON.

        Raises:
            NoDemonstration: When the constructs gave no stack.
        """
        manifest = self.synthesized / "manifest.json"
        stacks = json.loads(manifest.read_text())["stacks"].values() if manifest.is_file() else []
        for stack in stacks:
            return self.synthesized / str(stack["workingDirectory"])
        raise NoDemonstration(
            "The constructs gave no Terraform configuration", f"{self.example} ran, but wrote no stack."
        )

    @property
    def _configuration(self) -> Path:
        return self.folder / "terraform.rc"


def checkout() -> Workplace:
    """Find the checkout that this command runs from.

    Raises:
        NoDemonstration: When glbr was installed without its examples.
    """
    import glbr

    for root in (Path.cwd(), Path(glbr.__path__[0]).parents[1]):
        place = Workplace(root)
        if place.example.is_file() and os.access(root, os.W_OK):
            return place
    raise NoDemonstration(
        "The example that the demonstration runs is not here",
        "It comes with the source: run `make demo` in a checkout of the repository that can be written.",
    )
