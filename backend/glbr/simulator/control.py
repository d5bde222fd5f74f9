"""The simulator's own paths: clock, settings, faults, requests, drift, page."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from glbr.simulator.clock import moment_of, text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.merge_patch import merged
from glbr.simulator.page import render
from glbr.simulator.recovery_summary import summary
from glbr.simulator.service import Service

# Steps of `clock/advance`, each a length of time; calendar steps would be ambiguous here.
_STEPS = ("days", "hours", "minutes", "seconds", "weeks")

Answerer = Callable[[JsonObject], Any]
Endpoint = Callable[[Request], Awaitable[Response]]


class Control:
    """What a person or a test may do to the simulator itself. No token is needed on these paths."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._world = service.world

    def health(self, _: JsonObject) -> JsonObject:
        """Ready, and what is held."""
        world = self._world
        return {
            "ready": True,
            "world": world.database.fact("world"),
            "now": text_of(world.now),
            "objects": world.objects.counts(),
            "served": sum(1 for operation in self._service.contract.operations if self._service.serves(operation)),
            "operations": len(self._service.contract.operations),
        }

    def clock(self, _: JsonObject) -> JsonObject:
        """Simulated time, and how it passes."""
        clock = self._world.clock
        return {"now": text_of(clock.now()), "mode": clock.mode, "speed": clock.speed}

    def advance(self, given: JsonObject) -> JsonObject:
        """Move the clock on; everything due on the way happens."""
        unknown = given.keys() - set(_STEPS)
        if unknown or not given:
            raise ValueError(f"advancing the clock by {given}: give one or more of {', '.join(_STEPS)}")
        self._world.advance(timedelta(**given))
        return self.clock({})

    def freeze(self, given: JsonObject) -> JsonObject:
        """Stop the clock, now or at an instant given as `at`."""
        self._world.clock.freeze(moment_of(given["at"]) if "at" in given else None)
        self._world.settle()
        self._world.keep()
        return self.clock({})

    def run(self, given: JsonObject) -> JsonObject:
        """Let the clock run, `speed` times as fast as real time."""
        self._world.clock.run(float(given.get("speed", 1.0)))
        self._world.keep()
        return self.clock({})

    def reset(self, given: JsonObject) -> JsonObject:
        """Start anew from a world; faults, settings and the request log go back, too."""
        self._world.reset(given.get("world", self._service.options.world), given.get("vms"))
        self._world.settings = self._service.options.settings
        self._service.faults.clear()
        self._service.requests.clear()
        return self.health({})

    def settings(self, _: JsonObject) -> JsonObject:
        """The settings in force."""
        return self._world.settings.as_json()

    def change_settings(self, given: JsonObject) -> JsonObject:
        """Change some settings."""
        self._world.settings = self._world.settings.changed(given)
        return self.settings({})

    def faults(self, _: JsonObject) -> JsonObject:
        """The faults in force."""
        return {"faults": [fault.as_json() for fault in self._service.faults.all()]}

    def add_fault(self, given: JsonObject) -> JsonObject:
        """Set one fault."""
        return self._service.faults.add(given).as_json()

    def clear_faults(self, _: JsonObject) -> JsonObject:
        """Remove all faults."""
        self._service.faults.clear()
        return self.faults({})

    def requests(self, _: JsonObject) -> JsonObject:
        """Counts per operation, and the last requests."""
        return self._service.requests.as_json()

    def clear_requests(self, _: JsonObject) -> JsonObject:
        """Count anew."""
        self._service.requests.clear()
        return self.requests({})

    def recovery_points(self, _: JsonObject) -> JsonObject:
        """Recovery points per policy tier."""
        self._world.settle()
        return {"now": text_of(self._world.now), "items": summary(self._world)}

    def find_object(self, given: JsonObject) -> JsonObject:
        """A stored object as the simulator keeps it."""
        found = self._world.objects.find(given["collection"], given["id"])
        if found is None:
            raise LookupError(f"no object of {given['collection']} has the id {given['id']!r}")
        return found

    def patch_object(self, given: JsonObject) -> JsonObject:
        """Change a stored object past all rules (RFC 7396): what drift looks like."""
        changed = merged(self.find_object(given), given["body"])
        with self._world.changing():
            self._world.store_change(given["collection"], changed)
            self._world.keep()
        return self.find_object(given)

    def remove_object(self, given: JsonObject) -> JsonObject:
        """Remove a stored object past all rules."""
        found = self.find_object(given)
        with self._world.changing():
            self._world.objects.remove(given["collection"], given["id"])
            self._world.keep()
        return found

    def decide(self, given: JsonObject) -> JsonObject:
        """Approve or cancel an operation that waits for dual authorization."""
        with self._world.changing():
            self._world.operations.decide(given["id"], approved=given["decision"] == "approve")
            self._world.keep()
        return self._world.operations.find(given["id"]) or {}

    def dump(self, _: JsonObject) -> JsonObject:
        """The whole world, less its copies one by one."""
        self._world.settle()
        objects = self._world.objects
        return {
            "now": text_of(self._world.now),
            "settings": self.settings({}),
            "objects": {collection: objects.all(collection) for collection in objects.counts()},
            "operations": self._world.operations.all(),
            "recoveryPoints": summary(self._world),
        }


def control_app(service: Service) -> Starlette:
    """The paths below `/_simulator`."""
    control = Control(service)

    def at(path: str, method: str, answerer: Answerer) -> Route:
        return Route(path, _endpoint(service, answerer), methods=[method])

    async def page(_: Request) -> Response:
        with service.lock:
            service.world.settle()
            return HTMLResponse(render(service.world))

    one_object = "/objects/{collection}/{id:path}"
    return Starlette(
        routes=[
            Route("/", page, methods=["GET"]),
            at("/health", "GET", control.health),
            at("/clock", "GET", control.clock),
            at("/clock/advance", "POST", control.advance),
            at("/clock/freeze", "POST", control.freeze),
            at("/clock/run", "POST", control.run),
            at("/reset", "POST", control.reset),
            at("/settings", "GET", control.settings),
            at("/settings", "PATCH", control.change_settings),
            at("/faults", "GET", control.faults),
            at("/faults", "POST", control.add_fault),
            at("/faults", "DELETE", control.clear_faults),
            at("/requests", "GET", control.requests),
            at("/requests", "DELETE", control.clear_requests),
            at("/recovery-points", "GET", control.recovery_points),
            at(one_object, "GET", control.find_object),
            at(one_object, "PATCH", control.patch_object),
            at(one_object, "DELETE", control.remove_object),
            at("/operations/{id}/{decision:str}", "POST", control.decide),
            at("/dump", "GET", control.dump),
        ]
    )


def _endpoint(service: Service, answerer: Answerer) -> Endpoint:
    async def answer(request: Request) -> Response:
        text = await request.body()
        try:
            body = json.loads(text) if text else {}
            given = {**request.path_params, "body": body} if request.path_params else body
            with service.lock:
                return JSONResponse(answerer(given))
        except LookupError as problem:
            return JSONResponse({"message": str(problem)}, 404)
        except (ValueError, TypeError) as problem:
            return JSONResponse({"message": str(problem)}, 400)

    return answer
