"""The whole API in one schema stays small enough for Terraform to read at every start."""

import json
from collections.abc import Callable

from glbr.provider.offer import sources
from glbr.resources import managed
from workspace import Workspace

MOST_BYTES = 4_000_000


def test_terraform_shows_the_whole_schema(installed: Callable[..., Workspace]) -> None:
    workspace = installed()
    workspace.write({})
    assert workspace.run("init", "-no-color").code == 0

    shown = workspace.run("providers", "schema", "-json").output

    (schema,) = json.loads(shown)["provider_schemas"].values()
    assert set(schema["resource_schemas"]) == {definition.type_name() for definition in managed().values()}
    assert set(schema["data_source_schemas"]) == {source.type_name for source in sources()}
    assert len(shown) <= MOST_BYTES
