"""The simulated service: a request in, HPE's answer out; no network here."""

import json
import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from glbr.simulator import liberties, wire
from glbr.simulator.behaviours import discover
from glbr.simulator.call import Call, Page, Reply
from glbr.simulator.contract.document import JsonObject, Match, Operation, published
from glbr.simulator.contract.validation import Validators, converted, unknown_parameters
from glbr.simulator.errors import ApiError
from glbr.simulator.faults import Fault, Faults, Kind
from glbr.simulator.lists.page import check_select, cut, select
from glbr.simulator.options import Options
from glbr.simulator.rate_limit import RateLimit
from glbr.simulator.request_log import RequestLog
from glbr.simulator.tokens import TokenRefusedError, Tokens, user_of
from glbr.simulator.world import World

_LOG = logging.getLogger(__name__)
_FORM = "application/x-www-form-urlencoded"
_TOKEN_TAG = "authentication"  # noqa: S105 (a tag of the contract)


@dataclass(frozen=True)
class Request:
    """What came over the wire."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What goes back over the wire.

    Attributes:
        dropped: nothing goes back; the connection is cut.
    """

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    dropped: bool = False


class Service:
    """One simulated account behind HPE's API. Requests are answered one at a time."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.contract = published()
        self.lock = threading.RLock()
        self.faults = Faults(options.seed, self.contract.operations.keys() | set())
        self.requests = RequestLog(options.request_log_size)
        self._behaviours = discover()
        self._validators = Validators(self.contract)
        self._tokens = Tokens(options)
        self._rate_limit = RateLimit(options.wall)
        self.world = World(options, self._behaviours.effects)

    def strike(self, request: Request) -> tuple[Match | None, dict[Kind, Fault]]:
        """The operation a request means, and the faults that strike it; both are for `answer`."""
        with self.lock:
            match = self.contract.find(request.method, request.path)
            return match, self.faults.striking(match.operation.id) if match else {}

    def answer(self, request: Request, match: Match | None, struck: Mapping[Kind, Fault]) -> Answer:
        """Answer one request."""
        with self.lock:
            client = ""
            headers: dict[str, str] = {}
            try:
                if "drop" in struck:
                    answer = Answer(0, dropped=True)
                elif match is None:
                    raise self._unknown(request)
                else:
                    _strike_early(match.operation, struck)
                    if match.operation.tag == _TOKEN_TAG:
                        answer = self._token(request, match)
                    else:
                        client = self._tokens.client_of(request.headers.get("authorization"))
                        headers = self._rate_limit.count(client, self.world.settings)
                        self._rate_limit.check(client, self.world.settings)
                        answer = self._served(request, match, client, struck)
            except ApiError as refusal:
                answer = self._refusal(refusal, struck.get("status"))
            except OverflowError as problem:
                answer = self._refusal(
                    ApiError(400, f"{request.method} {request.path}: too large a number: {problem}"), None
                )
            except Exception as bug:  # noqa: BLE001 (whatever it is, the caller gets HPE's error body and no traceback)
                _LOG.exception("answering %s %s", request.method, request.path)
                fault = f"a fault of the simulator: {type(bug).__name__}: {bug}; its log says where"
                answer = self._refusal(ApiError(500, f"{request.method} {request.path}: {fault}"), None)
            if "lost_reply" in struck:
                answer = Answer(0, dropped=True)
            self.requests.add(
                method=request.method,
                path=request.path,
                query=request.query,
                operation=match.operation.id if match else "",
                status=answer.status,
                client=client,
            )
            headers |= liberties.announcement(request.path, self.world.settings)
            return Answer(answer.status, answer.body, {**answer.headers, **headers}, answer.dropped)

    def serves(self, operation: str) -> bool:
        """Whether the simulator knows how to answer an operation of the contract."""
        return operation in self._behaviours.answers or self.contract.operations[operation].tag == _TOKEN_TAG

    def close(self) -> None:
        """Write everything and let go of the state file."""
        with self.lock:
            self.world.close()

    def _unknown(self, request: Request) -> ApiError:
        methods = self.contract.methods_of(request.path)
        if methods:
            taken = ", ".join(methods)
            return ApiError(405, f"{request.method} {request.path}: this path takes {taken}", {"allow": taken})
        return ApiError(404, f"{request.method} {request.path}: HPE's published API has no such path")

    def _refusal(self, refusal: ApiError, fault: Fault | None) -> Answer:
        headers = {"content-type": "application/json", **refusal.headers}
        if fault is not None and fault.retry_after is not None:
            headers["retry-after"] = str(fault.retry_after)
        body = refusal.body(self.world.identities.debug_id(), self.world.settings.errors)
        return Answer(refusal.status, json.dumps(body).encode(), headers)

    def _token(self, request: Request, match: Match) -> Answer:
        form = dict(parse_qsl(request.body.decode(errors="replace")))
        headers = {"content-type": "application/json", "cache-control": "no-store"}
        try:
            if _content_type(request) != _FORM:
                raise TokenRefusedError(400, "invalid_request", f"send the content type {_FORM}")
            body = self._tokens.issue(match.operation, match.path_values, form, self.world.settings)
        except TokenRefusedError as refusal:
            return Answer(refusal.status, json.dumps(refusal.body).encode(), headers)
        return Answer(200, json.dumps(body).encode(), headers)

    def _served(self, request: Request, match: Match, client: str, struck: Mapping[Kind, Fault]) -> Answer:
        operation = match.operation
        self._tokens.check_rights(client, operation)
        behaviour = self._behaviours.answers.get(operation.id)
        if behaviour is None:
            raise ApiError(501, f"{operation.id}: HPE's API has this operation, this simulator does not know it yet")
        self.world.settle()
        failing = struck.get("fail_operation")
        call = Call(
            world=self.world,
            operation=operation,
            path=self._path(match),
            query=self._query(operation, request.query),
            body=self._body(operation, request),
            user=user_of(client),
            failure=failing.message if failing else None,
        )
        with self.world.changing():
            for guard in self._behaviours.guards.get(operation.id, ()):
                guard(call)
            reply = behaviour(call)
            if operation.method != "GET":
                self.world.keep()
            return self._encoded(call, reply)

    def _path(self, match: Match) -> dict[str, str]:
        problems = []
        for name, value in match.path_values.items():
            parameter = match.operation.parameter(name)
            if parameter is not None:
                problems += self._validators.parameter_problems(match.operation, parameter, value)
        if problems:
            # What cannot be an id names nothing: 404 where HPE lists no 400.
            status = 400 if 400 in match.operation.replies else 404
            raise ApiError(status, f"{match.operation.id}: {'; '.join(problems)}")
        return dict(match.path_values)

    def _query(self, operation: Operation, text: str) -> dict[str, Any]:
        given = dict(parse_qsl(text, keep_blank_values=True))
        unknown = unknown_parameters(operation, given)
        known = [parameter.name for parameter in operation.parameters if parameter.location == "query"]
        if unknown:
            raise ApiError(
                400, f"{operation.id}: it takes no {', '.join(unknown)}; it takes {', '.join(known) or 'none'}"
            )
        query: dict[str, Any] = {}
        problems = []
        for name, value in given.items():
            parameter = operation.parameter(name)
            if parameter is not None:
                query[name] = converted(parameter, value)
                problems += self._validators.parameter_problems(operation, parameter, query[name])
        if problems:
            raise ApiError(400, f"{operation.id}: {'; '.join(problems)}")
        for name in ("offset", "limit"):
            if query.get(name, 0) < 0:
                raise ApiError(400, f"{operation.id}: {name} is {query[name]}; give 0 or more")
        return query

    def _body(self, operation: Operation, request: Request) -> JsonObject:
        if not operation.bodies:
            if request.body.strip() not in (b"", b"{}"):
                raise ApiError(400, f"{operation.id}: it takes no body")
            return {}
        if not request.body and not operation.body_required:
            return {}
        kind = _content_type(request)
        if kind not in operation.bodies:
            # HTTP has 415 for this; HPE lists it nowhere, but 400 wherever a body is taken.
            raise ApiError(400, f"{operation.id}: content type is {kind!r}; send {', '.join(operation.bodies)}")
        try:
            body = wire.decoded(request.body)
        except ValueError as problem:
            raise ApiError(400, f"{operation.id}: the body is not JSON: {problem}") from problem
        problems = self._validators.request_problems(operation, kind, body)
        if problems:
            raise ApiError(400, f"{operation.id}: the body breaks the contract: {'; '.join(problems)}")
        if not isinstance(body, dict):
            raise ApiError(400, f"{operation.id}: the body must be a JSON object")
        return body

    def _encoded(self, call: Call, reply: Reply) -> Answer:
        operation, settings = call.operation, self.world.settings
        headers = {"location": reply.location} if reply.location else {}
        body = self._shown_body(call, reply)
        self._check(operation, reply.status, body)
        if operation.asynchronous:
            if settings.accepted_body == "empty":
                return Answer(reply.status, b"", headers)
            return Answer(reply.status, b"{}", {**headers, "content-type": "application/json"})
        if body is None:
            return Answer(reply.status, b"", headers)
        wanted = call.query.get("select")
        if wanted:
            check_select(operation, wanted, self.contract.shown_properties(operation))
        if "items" in body and isinstance(reply.body, Page):
            items = [wire.blanked(item, settings) for item in body["items"]]
            body = {**body, "items": [select(wanted, item) for item in items] if wanted else items}
            body = wire.listed(body, settings)
        else:
            body = wire.blanked(body, settings)
            body = select(wanted, body) if wanted else body
        schema = operation.replies[reply.status] or {}
        body = liberties.told(body, schema, self.contract, settings, moment=self.requests.total)
        return Answer(reply.status, wire.encoded(body, settings), {**headers, "content-type": "application/json"})

    def _shown_body(self, call: Call, reply: Reply) -> JsonObject | None:
        show = self._behaviours.shows.get(reply.collection or "")

        def shown(items: Sequence[JsonObject]) -> Sequence[JsonObject]:
            return show(self.world, list(items)) if show else items

        if isinstance(reply.body, Page):
            declared = self.contract.list_properties(call.operation)
            return cut(call.operation, call.query, reply.body, shown, declared, self.world.settings.page_limit)
        return None if reply.body is None else shown([reply.body])[0]

    def _check(self, operation: Operation, status: int, body: JsonObject | None) -> None:
        problems = self._validators.reply_problems(operation, status, body)
        if problems:
            raise ApiError(
                500,
                f"{operation.id}: a fault of the simulator: its own reply breaks the contract: {'; '.join(problems)}",
            )


def _strike_early(operation: Operation, struck: Mapping[Kind, Fault]) -> None:
    if "expired_token" in struck:
        raise ApiError(401, f"{operation.id}: the token has expired (fault on order)")
    if "status" in struck:
        raise ApiError(struck["status"].status, f"{operation.id}: {struck['status'].message}")


def _content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()
