"""What may be switched while the simulator runs, where HPE's behaviour is not settled."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, Self, get_args, get_origin, get_type_hints

from glbr.simulator.errors import ErrorDialect


@dataclass(frozen=True)
class Settings:
    """Behaviour that HPE does not publish or that differs between its recordings.

    Attributes:
        location_form: form of `Location` after 202, `/data-services/v1beta1/async-operations/{id}`
            or, as recorded in 2024, `/api/v1/tasks/{id}`.
        accepted_body: body of a 202: none (recorded) or `{}` (documented).
        operation_seconds: simulated seconds an operation takes; 0 ends it before the reply.
        operation_seconds_at_most: when larger than `operation_seconds`, each operation takes a time
            between the two, always the same for the same id.
        suggested_polling_interval_seconds: what an operation asks of those who poll it.
        new_object_shown_in: where an operation names the object it made: `associatedResources`,
            only `sourceResourceUri`, or nowhere.
        empty_items: an empty list as `[]` or as `null`.
        no_job: what a virtual machine shows that no job protects: objects of empty texts (recorded in
            2024, against the description), or no such field.
        totals: whether lists say `total`.
        page_limit: most objects of one page, whatever is asked for; 0 is no limit.
        dialect: kinds and field names as in HPE's reference, as `recorded` in 2024 (NOTES, section 4),
            or as they may be `tomorrow`: fields and states nobody has heard of yet, and optional
            fields gone; `mixed` is both at once.
        errors: a refusal as this service describes it; in the `older` words of Data Services (`error`, `traceId`); or with
            `details`, as other GreenLake services say what is wrong (NOTES, section 5).
        absent: what is not set is left out (recorded for policies), told as `null`, or `blank`: as empty texts, objects of
            empty texts and empty lists (recorded for machines).
        null_elements: whether lists hold nulls among their elements; `count` and `total` leave them out.
        order: fields, tiers and other elements with numbers as the reference has them, or the other way round.
        restless: whether `generation` moves with every request.
        timestamps: `mixed` gives 0, 3, 6 or 9 fractional digits as recorded; `plain` always six.
        duplicate_names: whether a second policy or group of one name is refused.
        sunset: beginning of the paths whose answers announce their end (`Deprecation`, `Sunset`, `Link`); empty for none.
        missing_status: answer for an unknown id where the contract lists no 404.
        patch_left_out: PATCH of a policy schedule keeps or clears the optional values left out.
        chained_runs: a run of a chained schedule first runs its source, or uses its newest copy.
        first_run: whether a new job runs at once.
        dual_authorization: deletes of stores and copies pause until approved.
        rate_limit: requests per window and client; 0 is no limit.
        rate_window_seconds: real seconds of one window.
        token_seconds: real seconds a workspace token lives.
        sso_token_seconds: real seconds a token of the older endpoint lives.
    """

    location_form: Literal["operations", "tasks"] = "operations"
    accepted_body: Literal["empty", "object"] = "empty"
    operation_seconds: float = 0.0
    operation_seconds_at_most: float = 0.0
    suggested_polling_interval_seconds: int = 1
    new_object_shown_in: Literal["associated", "source", "nowhere"] = "associated"
    empty_items: Literal["list", "null"] = "list"
    no_job: Literal["blank", "absent"] = "blank"
    totals: bool = True
    page_limit: int = 0
    dialect: Literal["reference", "recorded", "tomorrow", "mixed"] = "reference"
    errors: ErrorDialect = "reference"
    absent: Literal["left_out", "null", "blank"] = "left_out"
    null_elements: bool = False
    order: Literal["reference", "turned"] = "reference"
    restless: bool = False
    timestamps: Literal["mixed", "plain"] = "mixed"
    duplicate_names: Literal["refuse", "allow"] = "refuse"
    sunset: str = ""
    missing_status: Literal[404, 400] = 404
    patch_left_out: Literal["keep", "clear"] = "keep"
    chained_runs: Literal["run_source", "use_newest"] = "run_source"
    first_run: bool = True
    dual_authorization: bool = False
    rate_limit: int = 0
    rate_window_seconds: float = 60.0
    token_seconds: int = 900
    sso_token_seconds: int = 7200

    def changed(self, changes: dict[str, Any]) -> Self:
        """These settings with some replaced; ValueError names what is wrong and what is allowed."""
        hints = get_type_hints(type(self))
        known = [field.name for field in fields(self)]
        for name, value in changes.items():
            if name not in hints:
                raise ValueError(f"changing settings: {name!r} is not a setting; the settings are {', '.join(known)}")
            _check(name, value, hints[name])
        return replace(self, **changes)

    def as_json(self) -> dict[str, Any]:
        """All settings by name."""
        return asdict(self)


def _check(name: str, value: object, wanted: Any) -> None:
    if get_origin(wanted) is Literal:
        allowed = get_args(wanted)
        if value not in allowed or isinstance(value, bool):
            raise ValueError(f"changing settings: {name} is {value!r}; allowed are {', '.join(map(repr, allowed))}")
        return
    kinds = (int, float) if wanted is float else (wanted,)
    if not isinstance(value, kinds) or (isinstance(value, bool) and wanted is not bool):
        raise ValueError(f"changing settings: {name} is {value!r}; give a value of type {wanted.__name__}")
    if isinstance(value, int | float) and value < 0:
        raise ValueError(f"changing settings: {name} is {value!r}; give 0 or more")
