"""The login for one of the clinic's SQL Server instances."""

from samples import Sample, within
from samples.mssql_database_protection_group import INSTANCES

LOGIN = {"mode": "SQL", "username": "backup", "password_wo": "not-a-real-secret", "password_wo_version": 1}
NAME = {"mode": "SQL", "username": "backup"}

SAMPLE = Sample(
    around={"data": {"glbr_mssql_instances": {"all": {}}}},
    minimal={"mssql_instance_id": INSTANCES[0], "credentials": LOGIN},
    arguments={
        "mssql_instance_id": (INSTANCES[1], INSTANCES[0]),
        "credentials.mode": ("WINDOWS", "SQL"),
        "credentials.username": ("CLINIC\\backup", "other"),
        "credentials.password": within("credentials", {**NAME, "password": "one"}, {**NAME, "password": "two"}),
        "credentials.password_wo": within(
            "credentials", {**LOGIN, "password_wo": "one"}, {**LOGIN, "password_wo": "two", "password_wo_version": 2}
        ),
        "credentials.password_wo_version": (2, 3),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"credentials": {"mode": "WINDOWS", "username": "somebody"}},
    called="MSSQLSERVER",
)
