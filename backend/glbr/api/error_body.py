"""What HPE's error bodies say, in either of the two dialects in use, and OAuth's."""

from collections.abc import Mapping

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import to_json


class ErrorBody(BaseModel):
    """One refusal: `message`/`debugId` of this service, `error`/`traceId` of Data Services, or OAuth's pair."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    message: str = Field("", validation_alias=AliasChoices("message", "error_description", "error"))
    error_code: str = Field("", validation_alias="errorCode")
    debug_id: str = Field("", validation_alias=AliasChoices("debugId", "traceId"))
    particulars: tuple[str, ...] = Field((), validation_alias=AliasChoices("errorDetails", "invalidReasons"))

    @field_validator("message", "error_code", "debug_id", mode="before")
    @classmethod
    def _as_text(cls, value: object) -> str:
        if value is None:
            return ""
        return value if isinstance(value, str) else to_json(value, fallback=str).decode()

    @field_validator("particulars", mode="before")
    @classmethod
    def _as_lines(cls, value: object) -> tuple[str, ...]:
        entries = value if isinstance(value, list) else [value]
        return tuple(words for entry in entries if (words := _in_words(entry)))

    @property
    def text(self) -> str:
        """The message with its particulars, or nothing."""
        return "; ".join(part for part in (self.message.strip(), *self.particulars) if part)


def _in_words(detail: object) -> str:
    """One particular as people read it, whatever its form: nobody has published one."""
    if isinstance(detail, Mapping):
        parts = ((name, value, _in_words(value)) for name, value in detail.items())
        return ", ".join(
            words if isinstance(value, Mapping | list) else f"{name}: {words}" for name, value, words in parts if words
        )
    if isinstance(detail, list):
        return "; ".join(filter(None, map(_in_words, detail)))
    return "" if detail is None else str(detail)


NO_ERROR_BODY = ErrorBody.model_validate({})


def read_error_body(body: object) -> ErrorBody:
    """Read what can be read of an error body; an unknown shape gives an empty one."""
    if isinstance(body, str):
        return ErrorBody.model_validate({"message": body})
    if isinstance(body, Mapping):
        # Some GreenLake services wrap the whole in "error".
        inner = body.get("error")
        try:
            return ErrorBody.model_validate(inner if isinstance(inner, Mapping) else body)
        except ValidationError:
            return NO_ERROR_BODY
    return NO_ERROR_BODY
