"""What Terraform itself takes in every resource and data source, whatever it stands for."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from glbr_constructs.cdk import cdk

Count: TypeAlias = float | cdk.TerraformCount
"""How many of it there are: a number, or `TerraformCount.of(...)`, which also tells each its index."""

DependsOn: TypeAlias = Sequence[cdk.ITerraformDependable]
"""What must be there first, where no reference says so."""

ForEach: TypeAlias = cdk.ITerraformIterator
"""One for each entry of a list or map: `TerraformIterator.from_list(...)`."""

Lifecycle: TypeAlias = cdk.TerraformResourceLifecycle | Mapping[str, object]
"""How Terraform replaces and destroys it, also as a dict: `{"prevent_destroy": True}`."""

ProviderBlock: TypeAlias = cdk.TerraformProvider
"""The provider block that manages it, where there are several."""

Connection: TypeAlias = cdk.SSHProvisionerConnection | cdk.WinrmProvisionerConnection | Mapping[str, object]
"""How provisioners reach a machine."""

Provisioners: TypeAlias = Sequence[
    cdk.FileProvisioner | cdk.LocalExecProvisioner | cdk.RemoteExecProvisioner | Mapping[str, object]
]
"""What Terraform runs on a machine once the object is made."""
