"""Tag: a key and a value that people of a workspace mark things with."""

from glbr.definition import Observed, result


class Tag(Observed):
    """A tag of the workspace: a key and a value. For the tags of a vCenter see `glbr_hypervisor_tags`."""

    collection = "/data-services/v1beta1/tags"
    sources = ("many",)
    readable_alone = False
    named_by = "key"
    sortable = False
    filterable = ("key", "value")

    key: str | None = result("Key, such as `environment`.")
    value: str | None = result("Value, such as `production`.")
