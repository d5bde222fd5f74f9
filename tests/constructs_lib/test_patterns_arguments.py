"""Each argument of each pattern, with a value that is refused: what was given, what is allowed, what to do."""

import inspect
import itertools
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from glbr_constructs import (
    GOLD,
    Fleet,
    FleetOfStacks,
    PolicyClass,
    ProtectedSite,
    ProtectionPolicy,
    Refused,
    StoreOnce,
    ThreeTwoOneOneZero,
    VirtualMachine,
)
from glbr_constructs.cdk import cdk

Wrong = Mapping[str, tuple[object, str]]

NOWHERE: Wrong = {
    "scope": (None, r"scope=None is no construct\. Allowed: a stack"),
    "id_": ("", r"id_='' is no name for a construct\. Allowed: a text"),
}
ANY_SITE: Wrong = {
    **NOWHERE,
    "name": (" ", r"name is empty\. Given: ' '\. Allowed: "),
    "on": ("so-1", r"on='so-1' is not an appliance\. Allowed: an appliance: StoreOnce\.from_storeonce_name"),
    "location": ("eastus2", r"This is no cloud location .*Given: 'eastus2'\. Write the cloud provider"),
    "local_store": ("s-1", r"local_store='s-1' is not a protection store\. Allowed: a store: ProtectionStore\.from"),
    "cloud_store": (
        "s-1",
        r"location='azure:eastus2' is where a cloud store is made, and cloud_store brings one\. Allowed",
    ),
}
ANY_JOBS: Wrong = {
    "policy": ("gold", r"policy='gold' is not a policy\. Allowed: a ProtectionPolicy"),
    "assets": ([], r"assets is empty, which protects nothing\. Allowed: identifiers by name"),
    "asset_type": ("machine", r"asset_type='machine' is not known\. Allowed: virtualization/virtual-machine, "),
    "effective_from": ("tomorrow", r"effective_from='tomorrow' is no moment with a zone\. Allowed: a moment"),
}
A_RHYTHM = r"='daily' is not a schedule\. Allowed: what Every, Daily, Weekly and Monthly make, such as Daily"
RHYTHMS: Wrong = {name: ("daily", name + A_RHYTHM) for name in ("snapshots", "backups", "cloud_backups")}
AN_ASSET = r"asset='vm-1' is not an asset\. Allowed: a group, a virtual machine"

WRONG: Mapping[str, Wrong] = {
    "ThreeTwoOneOneZero": {
        **ANY_SITE,
        **RHYTHMS,
        "assets": ("vm-1", r"assets='vm-1' is no list\. Allowed: assets and groups: \[VirtualMachine\.from"),
        "application_type": ("HYPERV", r"application_type='HYPERV' is not known\. Allowed: VMWARE, AWS, "),
        "description": (7, r"description=7 is no text\. Allowed: a note, or none"),
    },
    "ThreeTwoOneOneZero.protect": {
        "asset": ("vm-1", AN_ASSET),
        "effective_from": ANY_JOBS["effective_from"],
        "overrides": ("lock", r"overrides='lock' is not a list\. Allowed: a list of Override"),
    },
    "ProtectedSite": {
        **ANY_SITE,
        "classes": (
            {"gold": "best"},
            r"classes\['gold'\]='best' is not a class of protection\. Allowed: classes by name",
        ),
        "assets_category": ("VMS", r"assets_category='VMS' .*Allowed: VMFS_VMS, VVOL_VMS"),
    },
    "ProtectedSite.protect": {
        "asset": ("vm-1", AN_ASSET),
        "as_": ("platinum", r"as_='platinum' is not known\. Allowed: gold, silver, bronze"),
    },
    "Fleet": {**NOWHERE, **ANY_JOBS},
    "FleetOfStacks": {
        **ANY_JOBS,
        "app": ("app", r"app='app' is not an app\. Allowed: the App of the program"),
        "id_": ("", r"id_ is empty\. Given: ''\. Allowed: the start of the names"),
        "stacks": (0, r"stacks=0 is out of range\. Allowed: a whole number from 1"),
        "prepare": ("provider", r"prepare='provider' is not a function\. Allowed: a function that takes a stack"),
    },
    "FleetOfStacks.stack_of": {"name": ("", r"name is empty\. Given: ''\. Allowed: the name of an asset")},
    "PolicyClass": {
        **RHYTHMS,
        "tag": ("", r"tag is empty\. Given: ''\. Allowed: the name of a vSphere tag"),
        "exempt": (True, r"exempt=True is no text\. Allowed: the reason"),
    },
}


PATTERNS: dict[str, Any] = {
    made.__name__: made for made in (ThreeTwoOneOneZero, ProtectedSite, Fleet, FleetOfStacks, PolicyClass)
}
Call = Callable[..., object]
_NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def shared() -> cdk.TerraformStack:
    """One stack for all calls, since each builds under a name of its own."""
    return cdk.TerraformStack(cdk.Testing.app(), "clinic")


@pytest.fixture
def call(shared: cdk.TerraformStack) -> Call:
    """Makes a call by its name, with arguments that are right but for those that are given."""

    def make(name: str, /, **other: object) -> object:
        pattern, _, method = name.partition(".")
        usual = arguments(shared)
        if not method:
            return PATTERNS[pattern](**{**usual[pattern], **other})
        return getattr(PATTERNS[pattern](**usual[pattern]), method)(**{**usual[name], **other})

    return make


def arguments(stack: cdk.TerraformStack) -> dict[str, dict[str, Any]]:
    """Arguments that are right, for each call."""
    new = f"new{next(_NUMBERS)}"
    on = StoreOnce.from_storeonce_id(stack, f"{new}-appliance", "storeonce-1")
    machine = VirtualMachine.from_virtual_machine_id(stack, f"{new}-machine", "vm-1")
    gold = ProtectionPolicy.from_protection_policy_id(stack, f"{new}-gold", "policy-1")
    made: dict[str, Any] = {"scope": stack, "id_": new, "name": "erp", "on": on, "location": "azure:eastus2"}
    fleet: dict[str, Any] = {"policy": gold, "assets": {"erp-db-01": "vm-1"}}
    return {
        "ThreeTwoOneOneZero": made,
        "ThreeTwoOneOneZero.protect": {"asset": machine},
        "ProtectedSite": made,
        "ProtectedSite.protect": {"asset": machine, "as_": "gold"},
        "Fleet": {**fleet, "scope": stack, "id_": new},
        "FleetOfStacks": {**fleet, "app": stack.node.root, "id_": new, "stacks": 2},
        "FleetOfStacks.stack_of": {"name": "erp-db-01"},
        "PolicyClass": {"snapshots": GOLD.snapshots},
    }


def written(pattern: type) -> dict[str, set[str]]:
    """The arguments that a person writes in the constructor and in each method of a pattern."""
    own = {name: method for name, method in vars(pattern).items() if inspect.isfunction(method) and name[0] != "_"}
    every = {
        pattern.__name__: vars(pattern)["__init__"],
        **{f"{pattern.__name__}.{name}": method for name, method in own.items()},
    }
    return {name: set(inspect.signature(call).parameters) - {"self"} for name, call in every.items()}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_argument_has_a_wrong_value_here(pattern: str) -> None:
    for call, parameters in written(PATTERNS[pattern]).items():
        assert set(WRONG[call]) == parameters, call


@pytest.mark.parametrize(("name", "argument"), [(call, name) for call, wrong in WRONG.items() for name in wrong])
def test_a_wrong_argument_is_refused_where_it_is_written(call: Call, name: str, argument: str) -> None:
    value, said = WRONG[name][argument]

    with pytest.raises(Refused) as refused:
        call(name, **{argument: value})

    assert re.search(said, str(refused.value)), refused.value


@pytest.mark.parametrize("name", WRONG)
def test_the_same_call_with_right_arguments_is_taken(call: Call, name: str) -> None:
    made = call(name)

    assert made is not None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"on": None},
            r"on=None: the local store and the cloud store would be made, on no appliance\. Allowed: an appliance",
        ),
        (
            {"location": None},
            r"cloud backups \(.*\) have no store to go to\. Allowed: location='azure:eastus2' to make one",
        ),
    ],
)
@pytest.mark.parametrize("pattern", ["ThreeTwoOneOneZero", "ProtectedSite"])
def test_a_store_that_cannot_be_made_is_refused(
    call: Call, pattern: str, changed: dict[str, object], said: str
) -> None:
    with pytest.raises(Refused, match=said):
        call(pattern, **changed)


def test_a_class_without_copies_is_refused() -> None:
    with pytest.raises(
        Refused, match=r"a class without copies protects nothing\. Given: none\. Allowed: any of snapshots"
    ):
        PolicyClass()


def test_two_classes_of_one_tag_are_refused(call: Call) -> None:
    with pytest.raises(Refused, match=r"the tags of classes has the same twice\. Given: 'gold' and 'gold'"):
        call("ProtectedSite", classes={"gold": GOLD, "other": PolicyClass(backups=GOLD.backups, tag="gold")})


def test_an_asset_is_protected_once(stack: cdk.TerraformStack) -> None:
    on = StoreOnce.from_storeonce_id(stack, "appliance", "storeonce-1")
    machine = VirtualMachine.from_virtual_machine_id(stack, "machine", "vm-1")
    rule = ThreeTwoOneOneZero(stack, "rule", name="erp", on=on, location="azure:eastus2", assets=[machine])

    with pytest.raises(Refused, match=r"an asset called 'machine' is protected already\. Allowed: each once"):
        rule.protect(machine)


def test_a_site_without_a_cloud_store_says_so_when_it_is_read(stack: cdk.TerraformStack) -> None:
    on = StoreOnce.from_storeonce_id(stack, "appliance", "storeonce-1")
    local = PolicyClass(backups=GOLD.backups, exempt="a branch without a line to the cloud")
    site = ProtectedSite(stack, "site", name="branch", on=on, classes={"local": local})

    with pytest.raises(
        Refused, match=r"reading cloud_store of site clinic/site: the site has none\. Give the site location"
    ):
        _ = site.cloud_store
