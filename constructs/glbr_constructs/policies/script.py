"""What HPE runs before and after a copy."""

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from glbr_constructs import roles
from glbr_constructs.given import Given, is_expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script on an application host that HPE runs around each copy: to quiet an application, and to wake it again.

    Example:
        host = ApplicationHost.from_application_host_name(self, "sql", "sql-01.clinic.example")
        quiet = Script(host=host, path="C:/scripts/quiet.ps1", timeout_in_seconds=60)
        wake = Script(host=host, path="C:/scripts/wake.ps1")

        policy = ProtectionPolicy(self, "erp", name="erp")
        policy.add_snapshot(Every.hours(4).keep(days=2).run_before(quiet).run_after(wake))

    Attributes:
        host: Application host that runs it.
        path: Absolute path on that host.
        params: Arguments, in one text. They end up in the plan: give it no secret.
        timeout_in_seconds: Time allowed, seconds; HPE's own without it.
    """

    host: roles.Host
    path: str
    params: str | None = None
    timeout_in_seconds: int | None = None

    def __post_init__(self) -> None:
        given = Given("making a script")
        cure = "ApplicationHost(...), or ApplicationHost.from_application_host_name(...)"
        given.part("host", self.host, ("application_host_id",), "an application host", cure)
        absolute = "an absolute path on the host, such as '/opt/quiet.sh' or 'C:\\\\scripts\\\\quiet.ps1'"
        given.text("path", self.path, absolute)
        paths = (PurePosixPath(self.path), PureWindowsPath(self.path))
        if not is_expression(self.path) and not any(path.is_absolute() for path in paths):
            raise given.refused(f"path={self.path!r} is not absolute", f"Allowed: {absolute}")
        if self.params is not None:
            given.text("params", self.params, "arguments in one text, or none")
        if self.timeout_in_seconds is not None:
            given.number("timeout_in_seconds", self.timeout_in_seconds, "seconds", least=1, whole=True)

    def entry(self) -> dict[str, object]:
        """The script in HPE's words."""
        return {
            "host_id": self.host.application_host_id,
            "path": self.path,
            "params": self.params,
            "timeout_in_seconds": self.timeout_in_seconds,
        }
