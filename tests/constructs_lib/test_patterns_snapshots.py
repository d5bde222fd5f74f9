"""What each pattern becomes, key for key.

`GLBR_WRITE_SNAPSHOTS=1` writes the files anew; the difference is then for the reviewer to read.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from construct_samples import patterns
from glbr_constructs.cdk import cdk

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("pattern", ["three_two_one_one_zero", "protected_site", "fleet"])
def test_a_pattern_becomes_what_it_became_before(
    stack: cdk.TerraformStack, synthesize: Callable[[], dict[str, Any]], pattern: str
) -> None:
    getattr(patterns, pattern)(stack)
    whole = synthesize()
    found = {section: whole[section] for section in ("data", "locals", "resource") if section in whole}
    for kind in ("data", "resource"):
        for named in found[kind].values():
            for block in named.values():
                block.pop("//", None)  # notes of the CDK, and they differ between the two

    text = json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    file = SNAPSHOTS / f"{pattern}.json"
    if os.environ.get("GLBR_WRITE_SNAPSHOTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert json.loads(text) == json.loads(file.read_text(encoding="utf-8"))
