"""Whether HPE (or the simulator) can be reached with the settings in the environment."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from glbr.api.errors import Forbidden, GlbrError, InvalidConfiguration, SignInRefused
from glbr.cli.checks.finding import Finding, Status

if TYPE_CHECKING:
    from glbr.api.settings import Settings

_CHEAP_READ = "/backup-recovery/v1beta1/protection-stores"


def check_service(environment: Mapping[str, str]) -> list[Finding]:
    """Check the settings, then sign in and read one object with them."""
    from glbr.api.arguments import ARGUMENTS, variable
    from glbr.api.settings import Settings

    if not any(environment.get(variable(name)) for name in ARGUMENTS):
        todo = "Set the variables that `glbr simulate` prints, or those of an HPE API client."
        return [Finding("Settings", Status.SKIPPED, "No GLBR_… variable is set", todo)]
    try:
        settings = Settings.from_arguments({}, environment)
    except InvalidConfiguration as problem:
        return [Finding.of("Settings", problem)]
    place = f"region {settings.region}" if settings.region else settings.endpoint
    found = f"{place}, workspace {settings.workspace_id or '(older service)'}, client {settings.client_id}, secret set"
    return [Finding("Settings", Status.OK, found), asyncio.run(_ask(settings))]


async def _ask(settings: "Settings") -> Finding:
    from glbr.api.client import Client

    client = Client.connect(settings)
    try:
        await client.get(_CHEAP_READ, doing="reading one protection store", query={"limit": "1"})
    except SignInRefused as problem:
        return Finding.of("Credentials", problem)
    except Forbidden as problem:
        return Finding("Credentials", Status.WARN, problem.summary, problem.detail)
    except GlbrError as problem:
        return Finding.of("Service", problem)
    finally:
        await client.aclose()
    return Finding("Service", Status.OK, f"Signed in and read protection stores at {settings.endpoint}")
