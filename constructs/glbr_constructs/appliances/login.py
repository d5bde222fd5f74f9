"""Who signs in, without the password in the program."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given, is_expression

SecretText: TypeAlias = str | cdk.TerraformVariable
"""A sensitive `TerraformVariable`, or another expression of Terraform: a text that a person has written is refused."""

_CURE: Final = (
    "Allowed: a sensitive variable, whose value comes from TF_VAR_<name> or a .tfvars file: "
    "TerraformVariable(self, 'password', type='string', sensitive=True)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A name and a password.

    The password is write-only: Terraform takes it from the variable, sends it, and keeps it in no plan and no state. That
    needs Terraform 1.11; for an older one say `kept_in_state=True`.

    Example:
        password = TerraformVariable(self, "password", type="string", sensitive=True)
        login = Login(username="backup", password=password, version=2)
        ApplicationHost(self, "sql", network_address="sql-01.clinic.example", login=login)

    Attributes:
        username: Name of the login.
        password: A sensitive `TerraformVariable`, or another expression of Terraform.
        version: Change this number to have a new password sent: Terraform does not see that it is another. 1 when left out.
        kept_in_state: Use the argument that Terraform keeps in its state, for Terraform before 1.11. Whoever reads the state
            reads the password.

    Raises:
        Refused: the password stands in the program, or something else is wrong.
    """

    username: str
    password: SecretText
    version: int | None = None
    kept_in_state: bool = False

    def __post_init__(self) -> None:
        given = Given("making a login")
        given.text("username", self.username, "the name of the login, such as 'backup@vsphere.local'")
        given.instance("kept_in_state", self.kept_in_state, (bool,), "yes or no", "True or False")
        if self.version is not None:
            given.number("version", self.version, "", least=1, whole=True)
            if self.kept_in_state:
                wrong = f"version={self.version} is for a password that is not kept in the state"
                raise given.refused(
                    wrong, "Allowed: version, or kept_in_state=True, in which Terraform sees a new password"
                )
        object.__setattr__(self, "password", secret(given, "password", self.password))


def secret(given: Given, argument: str, value: SecretText) -> str:
    """A secret as the expression that Terraform reads it by.

    Raises:
        Refused: it stands in the program, or Terraform would show it.
    """
    if isinstance(value, cdk.TerraformVariable):
        name = value.friendly_unique_id
        if value.sensitive is not True:
            wrong = (
                f"{argument} comes from the variable {name}, which is not sensitive: Terraform would print its value"
            )
            raise given.refused(wrong, _CURE)
        if value.default is not None:
            wrong = f"{argument} comes from the variable {name}, whose default would stand in cdk.tf.json"
            raise given.refused(wrong, "Leave its default out. " + _CURE)
        return value.string_value
    if not isinstance(value, str):
        raise given.refused(f"{argument} is a {type(value).__name__}, not an expression of Terraform", _CURE)
    if not is_expression(value):
        # The value itself is not repeated: a message ends up in logs.
        wrong = (
            f"{argument} is written in the program: it would stand in cdk.tf.json, in version control and in the state"
        )
        raise given.refused(wrong, _CURE)
    return value


def credentials(given: Given, login: Login) -> dict[str, object]:
    """A login that HPE takes at any time, in HPE's words.

    Raises:
        Refused: it is something else.
    """
    _check(given, login)
    if login.kept_in_state:
        return {"username": login.username, "password": login.password}
    return {"username": login.username, "password_wo": login.password, "password_wo_version": login.version or 1}


def credentials_once(given: Given, login: Login) -> dict[str, object]:
    """A login that HPE takes at the registration only, in HPE's words.

    Raises:
        Refused: it is something else, or has a version, which would send nothing.
    """
    _check(given, login)
    if login.version is not None:
        wrong = f"login.version={login.version} changes nothing: HPE takes this login at the registration only"
        raise given.refused(wrong, "Allowed: a Login without version")
    ending = "" if login.kept_in_state else "_wo"
    return {f"username{ending}": login.username, f"password{ending}": login.password}


def _check(given: Given, login: Login) -> None:
    # What was given is not repeated: it may be a dict with a password.
    if type(login) is not Login:
        cure = "Login(username='backup', password=<a sensitive TerraformVariable>)"
        raise given.refused(f"login is a {type(login).__name__}, not a Login", f"Allowed: {cure}")
