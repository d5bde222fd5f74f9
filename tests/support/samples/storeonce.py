"""A second StoreOnce of the clinic."""

from samples import Sample, within

LOGIN = {"username_wo": "dcadmin", "password_wo": "not-a-real-secret"}
SHOWN = {"username": "dcadmin", "password": "not-a-real-secret"}

SAMPLE = Sample(
    minimal={
        "network_address": "storeonce2.clinic.example",
        "serial_number": "CZ25110099",
        "credentials": LOGIN,
    },
    arguments={
        "network_address": ("storeonce3.clinic.example", "10.20.9.60"),
        "serial_number": ("CZ25110098", "CZ25110097"),
        "credentials.username": within("credentials", SHOWN, {**SHOWN, "username": "other"}),
        "credentials.username_wo": within("credentials", LOGIN, {**LOGIN, "username_wo": "other"}),
        "credentials.password": within("credentials", SHOWN, {**SHOWN, "password": "other"}),
        "credentials.password_wo": within("credentials", LOGIN, {**LOGIN, "password_wo": "other"}),
        "name": ("second", "third"),
        "description": ("first", "second"),
        "force": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
