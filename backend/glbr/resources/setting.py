"""Setting: one of the switches of HPE's data services for the whole workspace."""

from glbr.definition import Resource, Timestamp, argument, result


class Setting(Resource):
    """A setting of the workspace, such as whether deletions wait for a second person.

    It is there without Terraform: destroying this leaves the value as it is.
    """

    collection = "/data-services/v1beta1/settings"
    stands = True
    filterable = (
        "customerId",
        "id",
        "name",
        "possibleValues",
        "currentValue",
        "settingDescription",
        "lastUpdatedBy",
        "lastUpdatedAt",
        "externalApplicationName",
    )

    name: str = argument("Name of the setting, as HPE gives it.", replace=True, sent=False, at_least=1)
    current_value: str = argument("Value in force: one of `possible_values`, always as text.")

    description: str | None = result("What the setting is for.", stable=True)
    possible_values: str | None = result("Values that HPE takes, as JSON: read it with `jsondecode`.")
    next_value: str | None = result("Value that is about to come into force, if HPE tells of one.", volatile=True)
    external_application_name: str | None = result("Service that the setting belongs to.", stable=True)
    last_updated_at: Timestamp | None = result("When the value was last changed.", volatile=True)
    last_updated_by: str | None = result("Who last changed the value.", volatile=True)
    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the setting.", stable=True)
