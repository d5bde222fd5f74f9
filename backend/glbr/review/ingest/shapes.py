"""The parts of Terraform's documents that are looked at, as types that Pydantic checks."""

from typing import Required

# Pydantic takes the standard library's own from Python 3.12 on.
from typing_extensions import TypedDict


# What is not named here is dropped at once: of a plan of 100 MB most is never looked at.
class Values(TypedDict, total=False):
    """What happens to one object."""

    actions: list[str]
    before: object
    after: object
    after_unknown: object
    before_sensitive: object
    after_sensitive: object
    replace_paths: list[object]
    importing: object


class Planned(TypedDict, total=False):
    """One of `resource_changes` or `resource_drift`."""

    address: Required[str]
    mode: str
    type: str
    provider_name: str
    previous_address: str
    deposed: str
    action_reason: str
    change: Required[Values]


class Deferred(TypedDict, total=False):
    """Something that Terraform put off."""

    reason: str
    resource_change: Required[Planned]


class Standing(TypedDict, total=False):
    """An object of the state before the plan."""

    address: str
    mode: str
    type: str
    provider_name: str
    deposed_key: str
    values: object
    sensitive_values: object


class StandingModule(TypedDict, total=False):
    """A module of that state."""

    resources: list[Standing]
    child_modules: "list[StandingModule]"


class StandingValues(TypedDict, total=False):
    """The values of that state."""

    root_module: StandingModule


class Prior(TypedDict, total=False):
    """The state before the plan."""

    values: StandingValues


class Expressions(TypedDict, total=False):
    """One resource as it is written."""

    address: Required[str]
    mode: str
    type: str
    provider_config_key: str
    expressions: dict[str, object]
    for_each_expression: object
    count_expression: object


class Output(TypedDict, total=False):
    """An output of a module."""

    expression: object


class Call(TypedDict, total=False):
    """A call of a module."""

    expressions: dict[str, object]
    for_each_expression: object
    count_expression: object
    module: "WrittenModule"


class WrittenModule(TypedDict, total=False):
    """A module as it is written."""

    resources: list[Expressions]
    module_calls: dict[str, Call]
    outputs: dict[str, Output]


class ProviderBlock(TypedDict, total=False):
    """A provider as it is set up; its arguments are never read."""

    full_name: str


class Written(TypedDict, total=False):
    """The configuration of a plan."""

    provider_config: dict[str, ProviderBlock]
    root_module: WrittenModule


class Problem(TypedDict, total=False):
    """What a check says."""

    message: str


class Instance(TypedDict, total=False):
    """One instance of a checked object."""

    problems: list[Problem]


class Checked(TypedDict, total=False):
    """A check."""

    address: dict[str, object]
    status: str
    instances: list[Instance]


class Invocation(TypedDict, total=False):
    """A provider action that the apply runs."""

    address: str
    type: str
    provider_name: str


class OutputChange(TypedDict, total=False):
    """What happens to an output; its values are never read."""

    actions: list[str]


class Document(TypedDict, total=False):
    """Everything that may be in one of the documents that people give; which keys there are tells what it is."""

    format_version: object
    terraform_version: str
    timestamp: str
    complete: bool
    applyable: bool
    errored: bool
    resource_changes: list[Planned] | None
    resource_drift: list[Planned] | None
    deferred_changes: list[Deferred] | None
    checks: list[Checked] | None
    action_invocations: list[Invocation] | None
    prior_state: Prior | None
    planned_values: object
    output_changes: dict[str, OutputChange] | None
    configuration: Written | None
    values: object
    version: object
    lineage: object
    resource: object
    module: object
    data: object
    provider: object
    variable: object
    output: object
    locals: object
    terraform: object
    moved: object
