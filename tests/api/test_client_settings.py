"""What the provider's arguments may be, and how everything wrong with them is told at once."""

import pytest

from glbr.api.errors import InvalidConfiguration
from glbr.api.settings import Settings

WHO = {"client_id": "someone", "client_secret": "canary-secret"}
WORKSPACE = "0123456789abcdef0123456789abcdef"


def problems_of(arguments: dict[str, object], environment: dict[str, str] | None = None) -> InvalidConfiguration:
    with pytest.raises(InvalidConfiguration) as caught:
        Settings.from_arguments(arguments, environment or {})
    return caught.value


def test_a_region_stands_for_its_endpoint_and_hpes_tokens():
    settings = Settings.from_arguments({**WHO, "region": "us-west", "workspace_id": WORKSPACE}, {})

    assert settings.endpoint == "https://us-west.api.greenlake.hpe.com"
    assert settings.token_url == f"https://global.api.greenlake.hpe.com/authorization/v2/oauth2/{WORKSPACE}/token"
    assert settings.refresh_mode == "coalesced"


def test_without_a_workspace_the_older_token_service_is_asked():
    settings = Settings.from_arguments({**WHO, "region": "us-west"}, {})

    assert settings.token_url == "https://sso.common.cloud.hpe.com/as/token.oauth2"


def test_an_endpoint_serves_its_own_tokens():
    settings = Settings.from_arguments({**WHO, "endpoint": "http://127.0.0.1:8930/", "workspace_id": WORKSPACE}, {})

    assert settings.endpoint == "http://127.0.0.1:8930"
    assert settings.token_url == f"http://127.0.0.1:8930/authorization/v2/oauth2/{WORKSPACE}/token"


def test_hpes_address_written_out_means_its_region():
    settings = Settings.from_arguments({**WHO, "endpoint": "https://eu-west.api.greenlake.hpe.com"}, {})

    assert settings.region == "eu-west"
    assert settings.token_url.startswith("https://sso.common.cloud.hpe.com/")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"region": "us-west"}, "https://us1.data.cloud.hpe.com"),
        ({"region": "eu-central"}, "https://eu1.data.cloud.hpe.com"),
        ({"region": "ap-northeast"}, "https://jp1.data.cloud.hpe.com"),
        ({"endpoint": "http://127.0.0.1:8930"}, "http://127.0.0.1:8930"),
        ({"region": "us-west", "array_endpoint": "https://arrays.example"}, "https://arrays.example"),
    ],
)
def test_storage_arrays_are_read_where_hpe_publishes_them(given, expected):
    settings = Settings.from_arguments({**WHO, **given}, {})

    assert settings.endpoint_of("/storage-fleet/v1alpha1/storage-systems") == expected
    assert settings.endpoint_of("/block-storage/v1alpha1/volumes/x") == expected
    assert settings.endpoint_of("/backup-recovery/v1beta1/storeonces") == settings.endpoint


def test_a_token_endpoint_goes_before_all_others():
    settings = Settings.from_arguments(
        {**WHO, "region": "us-west", "token_endpoint": "https://tokens.example:8443"}, {}
    )

    assert settings.token_url == "https://tokens.example:8443/as/token.oauth2"


def test_every_argument_falls_back_to_its_variable():
    environment = {
        "GLBR_CLIENT_ID": "someone",
        "GLBR_CLIENT_SECRET": "secret\n",
        "GLBR_WORKSPACE_ID": WORKSPACE,
        "GLBR_ENDPOINT": "https://glbr.example",
        "GLBR_TOKEN_ENDPOINT": "https://tokens.example",
        "GLBR_REFRESH_MODE": "single",
    }

    settings = Settings.from_arguments({"client_id": None, "endpoint": ""}, environment)

    assert settings.client_id == "someone"
    assert settings.client_secret.get_secret_value() == "secret"
    assert settings.endpoint == "https://glbr.example"
    assert settings.token_endpoint == "https://tokens.example"
    assert settings.workspace_id == WORKSPACE
    assert settings.refresh_mode == "single"


def test_an_argument_goes_before_its_variable():
    settings = Settings.from_arguments({**WHO, "region": "us-west"}, {"GLBR_REGION": "eu-west"})

    assert settings.region == "us-west"


def test_hyphens_in_a_workspace_id_are_dropped():
    given = "01234567-89AB-cdef-0123-456789abcdef"

    settings = Settings.from_arguments({**WHO, "region": "us-west", "workspace_id": given}, {})

    assert settings.workspace_id == WORKSPACE


def test_nothing_set_names_every_argument_and_variable():
    error = problems_of({}, {"GLBR_CLIENT_ID": ""})

    assert len(error.problems) == 1
    for name in ("client_id", "client_secret", "workspace_id", "region", "endpoint", "token_endpoint", "refresh_mode"):
        assert name in error.detail
        assert f"GLBR_{name.upper()}" in error.detail


def test_all_problems_are_told_at_once():
    error = problems_of(
        {"region": "mars", "workspace_id": "short", "refresh_mode": "never", "token_endpoint": "ftp://x"}
    )

    assert {problem.argument for problem in error.problems} == {
        "client_id",
        "client_secret",
        "region",
        "workspace_id",
        "refresh_mode",
        "token_endpoint",
    }
    assert "6 problems" in error.summary


def test_an_unknown_region_lists_the_four_that_exist():
    [problem] = problems_of({**WHO, "region": "us-east"}).problems

    for region in ("us-west", "eu-west", "eu-central", "ap-northeast"):
        assert f'"{region}"' in problem.detail
    assert '"us-east"' in problem.detail


def test_region_or_endpoint_is_needed():
    [problem] = problems_of(WHO).problems

    assert problem.argument is None
    assert "GLBR_REGION" in problem.detail
    assert "GLBR_ENDPOINT" in problem.detail


def test_region_and_endpoint_together_are_refused_with_where_they_come_from():
    [problem] = problems_of({**WHO, "region": "us-west"}, {"GLBR_ENDPOINT": "https://glbr.example"}).problems

    assert "region comes from the argument" in problem.detail
    assert "endpoint from the environment variable GLBR_ENDPOINT" in problem.detail


@pytest.mark.parametrize(
    ("endpoint", "words"),
    [
        ("glbr.example", "not an address"),
        ("ftp://glbr.example", "not an address"),
        ("https://", "not an address"),
        ("https://glbr.example:port", "not an address"),
        ("https://[::1", "not an address"),
        ("https://glbr.example/api", "more than a host"),
        ("https://glbr.example?token=canary-1", "more than a host"),
        ("https://glbr.example/#canary-1", "more than a host"),
        ("https://me:canary-1@glbr.example", "holds credentials"),
        ("http://glbr.example", "not encrypted"),
        ("http://127.0.0.1.glbr.example", "not encrypted"),
    ],
)
def test_an_endpoint_that_is_not_a_safe_address_is_refused_without_quoting_secrets(endpoint, words):
    [problem] = problems_of({**WHO, "endpoint": endpoint}).problems

    assert problem.argument == "endpoint"
    assert words in problem.summary
    assert "canary" not in problem.detail


@pytest.mark.parametrize("host", ["127.0.0.1:8930", "127.8.0.1", "localhost", "[::1]:8930"])
def test_plain_http_is_for_this_machine(host):
    settings = Settings.from_arguments({**WHO, "endpoint": f"http://{host}"}, {})

    assert settings.endpoint == f"http://{host}"


def test_a_value_that_is_not_text_is_refused():
    [problem] = problems_of({**WHO, "region": "us-west", "workspace_id": 7}).problems

    assert problem.argument == "workspace_id"
    assert "int" in problem.detail


def test_the_secret_is_in_no_text_of_the_settings():
    settings = Settings.from_arguments({**WHO, "region": "us-west"}, {})

    assert "canary" not in f"{settings} {settings!r} {settings.model_dump_json()}"
