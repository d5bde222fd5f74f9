"""A made-up object that lives below another one, has secrets inside, and is changed by calls of its own."""

from glbr.definition import Block, Resource, Step, Tree, Update, argument, changes, parent, result, secret


class Login(Block):
    """Who may open it."""

    user: str = argument("Who.")
    word: str = secret("Opens it.")


class Seal(Block):
    """What breaks when it is delivered."""

    number: str = secret("Number of the seal.", once=True)


class Proxy(Block):
    """Where it calls from."""

    host: str | None = argument("Host.")
    port: int | None = argument("Port.")
    login: Login | None = argument("Login there.", returned=False)


class Turn(Block):
    """What is sent to turn it."""

    degrees: int = argument("How far.")


class Safe(Resource):
    """Keeps things very well."""

    collection = "/storage/v2/rooms/{room_id}/safes"
    written_at = "/storage/v1/rooms/{room_id}/safes"
    actions = {"turn": Turn}  # noqa: RUF012 - as definitions write it

    room_id: str = parent("Room it stands in.", to="room")
    name: str = argument("Name.")
    login: Login = argument("Login.", returned=False)
    seal: Seal = argument("Seal.", returned=False)
    proxy: Proxy | None = argument("Proxy.", later=True)
    degrees: int | None = argument("Which way it stands.", sent=False, read_from="position.degrees")
    user: str | None = result("Who may open it.")

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """Turning is a call of its own."""
        del live
        return Update.patch(changes(cls.fields(), prior, planned), *_turns(prior, planned))

    @classmethod
    def completion(cls, made: Tree, planned: Tree) -> Update:
        """A new one stands as it comes."""
        return Update.patch(super().completion(made, planned).tree, *_turns(made, planned))


def _turns(before: Tree, wanted: Tree) -> tuple[Step, ...]:
    if wanted.get("degrees") in (None, before.get("degrees")):
        return ()
    return (Step("turn", {"degrees": wanted["degrees"]}),)
