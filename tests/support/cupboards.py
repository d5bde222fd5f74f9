"""A made-up object that uses every word of the definition language, for tests of what follows from a definition."""

from typing import Literal

from glbr.definition import Block, Period, Resource, TimeOfDay, Timestamp, argument, reference, result, secret


class Door(Block):
    """One of its kind."""

    side: str = argument("Side it opens to.")
    glass: bool | None = argument("Whether one can look in.")
    oiled: Timestamp | None = result("When it was last oiled.", stable=True)


class Shelf(Block):
    """One of several in an order, known by its number."""

    told_apart_by = ("number",)

    id: str | None = result("Identifier.", stable=True)
    number: int = argument("Number.", at_least=1)
    colour: str | None = argument("Colour.")
    lasts: Period | None = argument("How long it lasts.")


class Hook(Block):
    """One of several without an order."""

    told_apart_by = ("place",)

    place: str = argument("Where.")
    load: int | None = argument("How much it holds.")


class Label(Block):
    """One of several that have names."""

    text: str = argument("What it says.")


class Cupboard(Resource):
    """Keeps things for a while."""

    collection = "/storage/v1/cupboards"
    filterable = ("name", "roomInfo/id")

    name: str = argument("Name.", at_least=1, at_most=9)
    note: str | None = argument("Note.")
    room_id: str | None = reference("Room.", to="room", read_from="roomInfo.id")
    wood: Literal["OAK", "ASH"] = argument("Wood.", replace=True)
    serial: str | None = argument("Serial number.", api="serialNo")
    drawers: int | None = argument("Number of drawers.", default=2)
    locked: bool | None = argument("Whether it is locked.", computed=True)
    lasts: Period | None = argument("How long things stay.")
    opens: TimeOfDay | None = argument("When it opens.")
    tags: set[str] | None = argument("Tags.")
    steps: list[int] | None = argument("Steps.")
    door: Door | None = argument("Door.")
    shelves: list[Shelf] | None = argument("Shelves.")
    hooks: set[Hook] | None = argument("Hooks.")
    labels: dict[str, Label] | None = argument("Labels.")
    code: str = secret("Opens the lock.")
    force: bool | None = argument("Throw away what is in it.", default=False, sent=False, returned=False)

    made: Timestamp | None = result("When it was made.", stable=True)
    weight: int | None = result("What it weighs.")
    opened: int | None = result("How often it was opened.", volatile=True)
