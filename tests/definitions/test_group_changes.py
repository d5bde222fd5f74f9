"""Groups of volumes and of databases: who names the members, and what HPE lets be changed."""

import pytest

from glbr.definition import UNKNOWN
from glbr.resources import managed
from glbr.views.rest_body import create_body, update_body
from glbr.views.state import state_from
from glbr.views.terraform_schema import resource_schema

Json = dict[str, object]
VOLUMES = managed()["volume_protection_group"]
DATABASES = managed()["mssql_database_protection_group"]
CREDENTIALS = managed()["mssql_instance_credentials"]
SETTING = managed()["setting"]
VOLUME_GROUP: Json = dict.fromkeys(resource_schema(VOLUMES)) | {"id": "g-1", "name": "erp", "cascade_delete": False}
DATABASE_GROUP: Json = dict.fromkeys(resource_schema(DATABASES)) | {"id": "g-1", "name": "erp"}
FOLLOWED: Json = {"type": "MSSQL_INSTANCE", "id": "i-1", "uid": None, "exclude_system_databases": True}
NATIVE_DATABASES = DATABASE_GROUP | {"protection_group_type": "NATIVE", "native_app_info": FOLLOWED}


def test_the_members_of_a_custom_volume_group_are_told_and_those_of_a_native_one_are_not() -> None:
    assets = [{"id": "v-1", "displayName": "one", "type": "volume"}]
    told = {"id": "g-1", "name": "erp", "assets": assets, "nativeGroupInfo": {"id": "", "name": ""}}

    custom = state_from(VOLUMES, told | {"volumeProtectionGroupType": "CUSTOM"}, None)
    native = state_from(
        VOLUMES,
        told | {"volumeProtectionGroupType": "NATIVE", "nativeGroupInfo": {"id": "n-1", "name": "erp-db"}},
        None,
    )

    assert (custom["assets"], custom["native_group_info"]) == ([{"id": "v-1"}], None)
    assert native["assets"] is None
    assert native["native_group_info"] == {"id": "n-1", "name": "erp-db", "type": None}


def test_what_hpe_tells_of_the_array_of_a_volume_group_is_no_difference() -> None:
    written = VOLUME_GROUP | {"volume_protection_group_type": "CUSTOM", "storage_system_info": {"id": "a-1"}}
    told = {"id": "g-1", "name": "erp", "volumeProtectionGroupType": "CUSTOM"}
    array = {"id": "a-1", "name": "array-1", "productFamily": "ALLETRA_9000", "type": "storage-fleet/storage-system"}

    state = state_from(VOLUMES, told | {"storageSystemInfo": array}, written)

    assert state["storage_system_info"] == {
        "id": "a-1",
        "name": "array-1",
        "type": "storage-fleet/storage-system",
        "product_family": "ALLETRA_9000",
    }


def test_a_custom_volume_group_is_changed_with_its_whole_list() -> None:
    prior = VOLUME_GROUP | {"volume_protection_group_type": "CUSTOM", "assets": [{"id": "v-1"}], "description": "old"}
    planned = prior | {"assets": [{"id": "v-2"}, {"id": "v-1"}], "description": None}

    body = update_body(VOLUMES, VOLUMES.update(prior, planned, {}), planned)

    assert body == {"assets": [{"id": "v-2"}, {"id": "v-1"}], "description": ""}


def test_a_native_volume_group_is_made_anew_for_each_change() -> None:
    prior = VOLUME_GROUP | {"volume_protection_group_type": "NATIVE"}

    update = VOLUMES.update(prior, prior | {"name": "crm", "description": "new"}, {})

    assert update.replace == (("name",), ("description",))
    assert "NATIVE" in update.reason


def test_how_a_native_volume_group_is_destroyed_can_be_changed_without_asking_hpe() -> None:
    prior = VOLUME_GROUP | {"volume_protection_group_type": "NATIVE"}

    update = VOLUMES.update(prior, prior | {"cascade_delete": True}, {})

    assert not update.sends
    assert update.replace == ()


@pytest.mark.parametrize(("switched", "query"), [(True, {"cascadedelete": "true"}), (False, {})])
def test_what_hangs_below_a_volume_group_goes_only_when_told_to(switched: bool, query: Json) -> None:
    assert VOLUMES.delete_query(VOLUME_GROUP | {"cascade_delete": switched}) == query


def test_the_members_of_a_custom_database_group_are_told_and_those_of_a_native_one_are_not() -> None:
    members = [{"id": "d-1", "name": "Billing", "resourceUri": "/backup-recovery/v1beta1/mssql-databases/d-1"}]
    told = {"id": "g-1", "name": "erp", "members": members}
    instance = {"id": "i-1", "type": "MSSQL_INSTANCE", "name": "MSSQLSERVER", "instanceInfo": {"id": "i-1"}}

    custom = state_from(DATABASES, told | {"protectionGroupType": "CUSTOM"}, None)
    native = state_from(DATABASES, told | {"protectionGroupType": "NATIVE", "nativeAppInfo": instance}, None)

    assert custom["members"] == [{"resource_uri": "/backup-recovery/v1beta1/mssql-databases/d-1"}]
    assert native["members"] is None
    assert native["native_app_info"] == {**FOLLOWED, "exclude_system_databases": None}


def test_of_what_a_database_group_follows_only_the_system_databases_are_changed() -> None:
    followed = {**FOLLOWED, "uid": UNKNOWN, "exclude_system_databases": False}
    planned = NATIVE_DATABASES | {"native_app_info": followed, "description": "new"}

    body = update_body(DATABASES, DATABASES.update(NATIVE_DATABASES, planned, {}), planned)

    assert body == {"description": "new", "nativeAppInfo": {"excludeSystemDatabases": False}}


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        ({"id": "i-2"}, (("native_app_info", "id"),)),
        ({"type": "AVAILABILITY_GROUP", "uid": "u-1"}, (("native_app_info", "type"), ("native_app_info", "uid"))),
        ({"id": "i-2", "exclude_system_databases": False}, (("native_app_info", "id"),)),
    ],
)
def test_a_database_group_that_shall_follow_another_object_is_made_anew(change: Json, paths: object) -> None:
    planned = NATIVE_DATABASES | {"native_app_info": {**FOLLOWED, **change}}

    update = DATABASES.update(NATIVE_DATABASES, planned, {})

    assert update.replace == paths
    assert "another object" in update.reason


def test_what_hpe_is_still_to_tell_of_the_followed_object_is_no_change() -> None:
    planned = NATIVE_DATABASES | {"native_app_info": {**FOLLOWED, "uid": UNKNOWN}}

    update = DATABASES.update(NATIVE_DATABASES, planned, {})

    assert not update.sends
    assert update.replace == ()


def test_a_custom_database_group_is_made_from_paths() -> None:
    members = [{"resource_uri": "/backup-recovery/v1beta1/mssql-databases/d-1"}]
    planned = DATABASE_GROUP | {"protection_group_type": "CUSTOM", "members": members}

    body = create_body(DATABASES, planned, planned)

    assert body == {
        "name": "erp",
        "protectionGroupType": "CUSTOM",
        "members": [{"resourceUri": "/backup-recovery/v1beta1/mssql-databases/d-1"}],
    }


@pytest.mark.parametrize(
    ("group", "path"),
    [
        ({"volume_protection_group_type": "CUSTOM"}, ("assets",)),
        ({"volume_protection_group_type": "CUSTOM", "assets": []}, ("assets",)),
        ({"volume_protection_group_type": "NATIVE"}, ("native_group_info",)),
        ({"volume_protection_group_type": "NATIVE", "native_group_info": {}}, ("native_group_info",)),
        ({"volume_protection_group_type": "NATIVE", "native_group_info": {"id": "n"}, "assets": [{"id": "v"}]}, ("assets",)),
    ],
)  # fmt: skip
def test_a_volume_group_that_names_its_members_in_no_way_or_in_the_wrong_one_is_refused(
    group: Json, path: object
) -> None:
    (problem,) = VOLUMES.problems(group)

    assert problem.path == path
    assert problem.detail.endswith(".")


@pytest.mark.parametrize(
    ("group", "path"),
    [
        ({"protection_group_type": "CUSTOM"}, ("members",)),
        ({"protection_group_type": "NATIVE"}, ("native_app_info",)),
        (
            {"protection_group_type": "CUSTOM", "members": [{"resource_uri": "/d"}], "native_app_info": FOLLOWED},
            ("native_app_info",),
        ),
        ({"protection_group_type": "NATIVE", "native_app_info": {"type": "MSSQL_INSTANCE"}}, ("native_app_info", "id")),
        (
            {"protection_group_type": "NATIVE", "native_app_info": {**FOLLOWED, "uid": "u-1"}},
            ("native_app_info", "uid"),
        ),
        (
            {"protection_group_type": "NATIVE", "native_app_info": {"type": "AVAILABILITY_GROUP"}},
            ("native_app_info", "uid"),
        ),
    ],
)
def test_a_database_group_that_names_its_members_in_no_way_or_in_the_wrong_one_is_refused(
    group: Json, path: object
) -> None:
    (problem,) = DATABASES.problems(group)

    assert problem.path == path
    assert problem.detail.endswith(".")


@pytest.mark.parametrize("kind", ["NATIVE", "CUSTOM", UNKNOWN, "SOMETHING"])
def test_groups_of_which_little_is_known_yet_are_not_refused(kind: object) -> None:
    unknown = {"assets": UNKNOWN, "members": UNKNOWN, "native_app_info": UNKNOWN, "native_group_info": UNKNOWN}
    named = {"NATIVE": ("native_app_info", "native_group_info"), "CUSTOM": ("assets", "members")}
    group = {name: value for name, value in unknown.items() if name in named.get(str(kind), unknown)}

    assert list(VOLUMES.problems(group | {"volume_protection_group_type": kind})) == []
    assert list(DATABASES.problems(group | {"protection_group_type": kind})) == []


def test_an_imported_instance_login_names_its_instance() -> None:
    told = {"id": "i-1", "name": "MSSQLSERVER", "credentials": {"mode": "SQL", "username": "backup"}}

    state = state_from(CREDENTIALS, told, None)

    assert state["mssql_instance_id"] == "i-1"
    assert CREDENTIALS.standing_id(state) == "i-1"
    assert CREDENTIALS.standing_id({"mssql_instance_id": UNKNOWN}) is None


def test_an_instance_login_is_sent_without_the_instance() -> None:
    login = {"mode": "SQL", "username": "backup", "password": None, "password_wo": None, "password_wo_version": 1}
    planned = {"mssql_instance_id": "i-1", "credentials": login}
    config = {"credentials": {**login, "password_wo": "s3cret"}}

    body = update_body(CREDENTIALS, CREDENTIALS.update({}, planned, {}), config)

    assert body == {"credentials": {"mode": "SQL", "username": "backup", "password": "s3cret"}}


def test_a_setting_is_sent_its_value_and_nothing_else() -> None:
    planned = {"name": "SessionTimeout", "current_value": "30"}

    body = update_body(SETTING, SETTING.update({}, planned, {}), planned)

    assert body == {"currentValue": "30"}
