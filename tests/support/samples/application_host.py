"""A second SQL Server of the clinic, on one of its machines."""

from samples import Sample, within

LOGIN = {"username": "CLINIC\\backup", "password_wo": "not-a-real-secret", "password_wo_version": 1}

SAMPLE = Sample(
    minimal={"network_address": "his-db-02.clinic.example", "credentials": LOGIN},
    arguments={
        "network_address": ("erp-db-01.clinic.example", "10.20.9.50"),
        "credentials.username": ("CLINIC\\other", "CLINIC\\third"),
        "credentials.password": within(
            "credentials",
            {"username": LOGIN["username"], "password": "one"},
            {"username": LOGIN["username"], "password": "two"},
        ),
        "credentials.password_wo": within(
            "credentials", {**LOGIN, "password_wo": "one"}, {**LOGIN, "password_wo": "two", "password_wo_version": 2}
        ),
        "credentials.password_wo_version": (2, 3),
        "name": ("reporting", "billing"),
        "description": ("first", "second"),
        "force": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
