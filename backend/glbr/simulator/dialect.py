"""HPE's replies in other words: as recorded in 2024, and as they may be tomorrow.

What goes in here has been checked against the contract in the words of the reference; what comes
out need not hold it. Filters, `select` and requests keep the words of the reference.
"""

from collections.abc import Callable, Mapping, Sequence

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.settings import Settings

Words = Mapping[str, str]

_OPERATION = "task"
_JOB = "backup-recovery/protection-job"
_GATEWAY = "backup-recovery/protection-store-gateway"
# The table in NOTES, section 4: reference to recording.
_KINDS = {"virtualization/virtual-machine": "hybrid-cloud/virtual-machine"}
_PATHS = {"/virtualization/v1beta1/virtual-machines/": "/hybrid-cloud/v1beta1/virtual-machines/"}
_GATEWAY_KIND = {_GATEWAY: "/data-services/protection-store-gateway"}
_GATEWAY_PATH = {"/backup-recovery/v1beta1/protection-store-gateways/": "/api/v1/protection-store-gateways/"}
_OPERATION_KINDS = {**_KINDS, **_GATEWAY_KIND, _JOB: "backup-recovery/protection-jobs"}
_OPERATION_FIELDS = {
    "parent": "parentTask",
    "rootOperation": "rootTask",
    "subtreeOperationCount": "subtreeTaskCount",
}
# Optional in the contract, and nothing that a client itself has set.
_OPTIONAL = (
    "consoleUri", "services", "healthStatus", "status", "stateReason", "recommendations", "groups", "customerId", "createdBy",
)  # fmt: skip
# Words of the contract that may grow, at any depth; none that a client sends. The states of operations are what clients
# wait for, so they stay.
_GROWING = (
    "state", "status", "connectedState", "connectionState", "protectionStatus", "powerState", "healthState", "operational",
    "mountState", "datastoreType", "hostType", "clusterType", "folderType", "vmClassification", "datastoreClassification",
    "indexed", "vendorName", "callhomeStatus", "cloudServiceProvider", "geography", "role",
)  # fmt: skip
_UNHEARD_OF = "ADDED_TOMORROW"


def spoken(body: JsonObject, settings: Settings) -> JsonObject:
    """A reply (one object, or a list with `items`) in the dialect of the settings."""
    say = _DIALECTS.get(settings.dialect)
    if say is None:
        return body
    if isinstance(body.get("items"), list):
        return {**body, "items": [say(item) for item in body["items"]]}
    return say(body)


def _recorded(item: JsonObject) -> JsonObject:
    kind = item.get("type")
    if kind == _OPERATION:
        return _recorded_operation(_reworded(item, _OPERATION_KINDS, _PATHS | _GATEWAY_PATH))
    if kind == _JOB:
        return _reworded(item, _KINDS, _PATHS)
    return _reworded(item, _GATEWAY_KIND, _GATEWAY_PATH)


def _recorded_operation(item: JsonObject) -> JsonObject:
    said = {_OPERATION_FIELDS.get(name, name): value for name, value in item.items()}
    if "hasChildOperations" in said:
        del said["hasChildOperations"]
        said["childTasks"] = []
    if "logMessages" in said:
        lines = said["logMessages"]
        said["logMessages"] = [{"message": line["message"], "timestampAt": line["timestamp"]} for line in lines]
    if "sourceResourceUri" in said:
        path = said.pop("sourceResourceUri")
        said["sourceResource"] = {"name": "", "resourceUri": path or "", "type": ""}
    return said


def _reworded(item: JsonObject, kinds: Words, paths: Words) -> JsonObject:
    """The object with other kinds (`type`) and other paths, at any depth."""
    return {name: _word(name, value, kinds, paths) for name, value in item.items()}


def _word(name: str, value: object, kinds: Words, paths: Words) -> object:
    if isinstance(value, dict):
        return _reworded(value, kinds, paths)
    if isinstance(value, list):
        return [_word("", element, kinds, paths) for element in value]
    if not isinstance(value, str):
        return value
    if name == "type":
        return kinds.get(value, value)
    known = next((path for path in paths if value.startswith(path)), "")
    return paths[known] + value.removeprefix(known) if known else value


def _tomorrow(item: JsonObject) -> JsonObject:
    kept = {name: value for name, value in item.items() if name not in _OPTIONAL}
    growing = () if item.get("type") == _OPERATION else _GROWING
    changed = {name: _grown(name, value, growing) for name, value in kept.items()}
    return {**changed, "addedTomorrow": {"kind": _UNHEARD_OF, "entries": [1, None, "text"]}}


def _grown(name: str, value: object, growing: Sequence[str]) -> object:
    if isinstance(value, dict):
        return {inner: _grown(inner, entry, growing) for inner, entry in value.items()} | {"addedTomorrow": _UNHEARD_OF}
    if isinstance(value, list):
        return [_grown("", element, growing) for element in value]
    return _UNHEARD_OF if name in growing and isinstance(value, str) else value


def _mixed(item: JsonObject) -> JsonObject:
    return _recorded(_tomorrow(item))


_DIALECTS: dict[str, Callable[[JsonObject], JsonObject]] = {
    "recorded": _recorded,
    "tomorrow": _tomorrow,
    "mixed": _mixed,
}
