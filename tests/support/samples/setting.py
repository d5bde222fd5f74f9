"""One of the clinic's settings."""

from samples import Sample, Together

SAMPLE = Sample(
    minimal={"name": "SessionTimeout", "current_value": "30"},
    arguments={
        "name": (
            Together(name="IssueEmail", current_value="ALL"),
            Together(name="SessionTimeout", current_value="15"),
        ),
        "current_value": ("15", "120"),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    # None of the values that HPE lists beside it.
    drift={"currentValue": "45"},
)
