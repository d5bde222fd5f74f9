"""Whether Terraform would find the installed provider, and whether it starts."""

import os
import selectors
import subprocess
import time
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from glbr.api.errors import GlbrError
from glbr.cli.checks.finding import Finding, Status
from glbr.cli.launcher import launcher_bytes, python_of, this_python
from glbr.cli.lock_file import mismatches, package_hash
from glbr.cli.plugin_folders import cli_configuration, installed_launchers
from glbr.provider.transport.handshake import COOKIE, COOKIE_VALUE

_PATIENCE_SECONDS = 20.0


def check_provider(environment: Mapping[str, str], folder: Path) -> list[Finding]:
    """Look at the provider that `terraform init` would take in this folder."""
    try:
        launchers = installed_launchers(environment)
        configured = cli_configuration(environment)
    except GlbrError as problem:
        return [Finding.of("Provider", problem)]
    if not launchers:
        return [Finding("Provider", Status.SKIPPED, "Not installed", "Run: glbr install")]
    findings = [_check_launcher(launchers[0], environment)]
    if configured:
        findings.append(
            Finding(
                "CLI configuration",
                Status.WARN,
                f"{configured} has a provider_installation block, so Terraform searches only what it names",
                "Name the folder there as a filesystem_mirror, or remove the block.",
            )
        )
    package = package_hash(launchers[0].name, launchers[0].read_bytes())
    findings += [Finding("Lock file", Status.WARN, str(mismatch)) for mismatch in mismatches(folder, package)]
    return findings


def _check_launcher(launcher: Path, environment: Mapping[str, str]) -> Finding:
    check, again = "Provider", "Run: glbr install"
    python = python_of(launcher)
    if python is None:
        return Finding(check, Status.WARN, f"{launcher} was not put there by `glbr install`", again)
    if not python.exists():
        return Finding(check, Status.FAIL, f"{launcher} starts {python}, which is gone", again)
    if not os.access(launcher, os.X_OK):
        return Finding(check, Status.FAIL, f"{launcher} is not executable", again)
    started, said = handshake(launcher, environment)
    if not started:
        return Finding(check, Status.FAIL, f"{launcher} does not start", said or "It said nothing.")
    if launcher.read_bytes() != launcher_bytes(this_python()):
        return Finding(
            check, Status.WARN, f"{launcher} starts another Python, {python}", f"If this one is meant: {again}"
        )
    return Finding(check, Status.OK, f"{launcher} starts and shakes hands")


def handshake(launcher: Path, environment: Mapping[str, str]) -> tuple[bool, str]:
    """Start a provider as Terraform does, up to its first line; tells whether that came, else what it said."""
    from glbr.provider.transport.certificate import new_identity

    certificate = b64encode(new_identity(time.time()).certificate).decode()
    given = {
        **environment,
        # Public: it is how a plugin knows that Terraform started it.
        COOKIE: COOKIE_VALUE,
        "PLUGIN_PROTOCOL_VERSIONS": "6",
        "PLUGIN_CLIENT_CERT": f"-----BEGIN CERTIFICATE-----\n{certificate}\n-----END CERTIFICATE-----\n",
    }
    try:
        process = subprocess.Popen(  # noqa: S603 (the provider that Terraform would start)
            [launcher], env=given, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
    except OSError as problem:
        return False, f"The system says: {problem.strerror}."
    assert process.stdout
    assert process.stderr
    with process, selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        line = process.stdout.readline() if selector.select(_PATIENCE_SECONDS) else b""
        process.terminate()
        if line.startswith(b"1|6|unix|"):
            return True, ""
        return False, process.stderr.read().decode(errors="replace").strip()
