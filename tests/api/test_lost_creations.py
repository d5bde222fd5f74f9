"""A creation whose answer was lost is found among HPE's running operations, whatever name of the object HPE writes there."""

from pathlib import Path

import httpx
import pytest

from glbr.api.errors import Unreachable
from glbr.provider.creation import Creation
from glbr.provider.journal import Journal
from glbr.provider.reading import Reading
from glbr.resources.storeonce import Storeonce
from glbr.views.terraform_schema import resource_schema

APPLIANCE = {"id": "so-1", "name": "basement", "serialNumber": "SO42"}
PLANNED = dict.fromkeys(resource_schema(Storeonce)) | {
    "name": "basement",
    "serial_number": "SO42",
    "network_address": "so.example.com",
    "description": "at",
    "credentials": {"username": "admin", "password": "not-a-real-secret"},
    "force": False,
}


class Service:
    """Loses the answer to the registration, and registers an appliance all the same: by the time somebody waits for it."""

    def __init__(self, title: str, made: dict[str, str]) -> None:
        self.title = title
        self.made = made
        self.registrations = 0
        self.ended = False

    def answer(self, request: httpx.Request) -> httpx.Response:
        *_, place, last = request.url.path.split("/")
        if request.method == "POST":
            self.registrations += 1
            raise httpx.ReadTimeout("lost", request=request)
        if last == "async-operations":
            listed = [self._operation()] if self.registrations and not self.ended else []
            return _page(listed)
        if place == "async-operations":
            self.ended = True
            return httpx.Response(200, json=self._operation())
        # Appliances are listed by their old records only: the operation alone leads to the new one.
        return httpx.Response(200, json=self.made) if last == self.made["id"] else _page([])

    def _operation(self) -> dict[str, object]:
        made = {"type": "backup-recovery/storeonce", "resourceUri": f"/v1/storeonces/{self.made['id']}"}
        return {
            "id": "op-1",
            "displayName": self.title,
            "state": "SUCCEEDED" if self.ended else "RUNNING",
            "associatedResources": [made] if self.ended else [],
        }


def _page(items: list[object]) -> httpx.Response:
    return httpx.Response(200, json={"items": items, "count": len(items), "offset": 0, "total": len(items)})


async def registered(hpe, service: Service, folder: Path) -> object:
    hpe.will(*[service.answer] * 100)
    creation = Creation(
        hpe.client,
        Reading(hpe.client),
        Journal(folder / "begun", run="this"),
        definition=Storeonce,
        planned=PLANNED,
        config=PLANNED,
    )
    return await creation.make(600)


@pytest.mark.parametrize("told", ["basement", "SO42", "so.example.com"])
async def test_the_operation_may_name_the_object_by_any_text_that_a_person_gave_it(hpe, tmp_path, told) -> None:
    service = Service(f"Register StoreOnce [{told}]", APPLIANCE)

    made = await registered(hpe, service, tmp_path)

    assert made == APPLIANCE
    assert service.registrations == 1


@pytest.mark.parametrize("told", ["at", "admin", "not-a-real-secret", "another"])
async def test_neither_a_short_text_nor_a_login_nor_a_foreign_name_tells_that_an_operation_is_ours(
    hpe, tmp_path, told
) -> None:
    service = Service(f"Register StoreOnce [{told}]", APPLIANCE)

    with pytest.raises(Unreachable):
        await registered(hpe, service, tmp_path)

    assert service.ended is False


async def test_an_operation_of_the_same_name_that_makes_another_object_is_not_taken_for_ours(hpe, tmp_path) -> None:
    service = Service("Register StoreOnce [basement]", APPLIANCE | {"serialNumber": "SO77"})

    with pytest.raises(Unreachable):
        await registered(hpe, service, tmp_path)

    assert service.ended is True
