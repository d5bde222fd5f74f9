"""One run of schemathesis against a simulated service, in process."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import schemathesis
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import Failure
from schemathesis.core.transport import Response
from schemathesis.engine import events
from schemathesis.engine.run import PhaseName
from schemathesis.generation.case import Case
from schemathesis.hooks import HookContext
from schemathesis.openapi.checks import JsonSchemaError

from fuzzing.bodies import SECOND_CLIENT
from fuzzing.document import TOKENS, operations_of
from fuzzing.identifiers import Identifiers
from glbr.simulator.app import SimulatorApp
from glbr.simulator.contract.document import Operation
from glbr.simulator.options import CLIENT_SECRET, WORKSPACE_ID
from glbr.simulator.service import Request, Service

JsonObject = dict[str, Any]

# What a request that breaks its schema must be answered; 501 and all of 5xx are not among them, as they are by default.
_REJECTED = ["400", "401", "404", "405", "409", "412", "422"]


@dataclass
class Outcome:
    """What a run came to.

    Attributes:
        cases: requests by phase of schemathesis.
        statuses: replies by operation (`GET /path`) and status.
        example_refused: what an example was told by operation, where it was refused.
        failures: each check that failed, with the request that shows it.
        exchanges: what was sent and which status came back, in order, to compare runs.
    """

    cases: Counter[str] = field(default_factory=Counter)
    statuses: dict[str, Counter[int]] = field(default_factory=dict)
    example_refused: dict[str, str] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    exchanges: list[str] = field(default_factory=list)

    def never_accepted(self, operations: Sequence[Operation]) -> list[str]:
        """Operations whose good path no request has reached, with what they answered instead."""
        lacking = []
        for operation in operations:
            answered = self.statuses.get(f"{operation.method} {operation.path}", Counter())
            if not any(200 <= status < 300 for status in answered):
                told = self.example_refused.get(f"{operation.method} {operation.path}", "nothing")
                lacking.append(f"{operation.id} answered {dict(answered)}; its example was told {told}")
        return lacking

    def note(self, finished: events.ScenarioFinished) -> None:
        """Count one scenario in."""
        recorder = finished.recorder
        for identifier, node in recorder.cases.items():
            request, answer = recorder.interactions[identifier].request, recorder.interactions[identifier].response
            label = node.value.operation.label
            if answer is None:
                self.failures.append(f"{label}: no answer to {request.method} {request.uri}")
                continue
            self.exchanges.append(f"{request.method} {request.uri} {request.body!r} {answer.status_code}")
            for check in recorder.checks.get(identifier, ()):
                if check.failure_info is not None:
                    found = check.failure_info
                    self.failures.append(
                        f"{label}: {check.name}: {found.failure.title}\n{found.failure.message}\n{found.code_sample}"
                        f"\nanswered: {answer.text[:500]}"
                    )
            # Checks ask again by themselves, with another token; that is no case. A step of a chain is one.
            if node.parent_id is None or finished.phase is PhaseName.STATEFUL_TESTING:
                self.cases[finished.phase.value] += 1
                self.statuses.setdefault(label, Counter())[answer.status_code] += 1
            if finished.phase is PhaseName.EXAMPLES and node.parent_id is None and answer.status_code >= 400:
                self.example_refused[label] = answer.text


def fuzz(
    document: JsonObject,
    service: Service,
    operations: Sequence[Operation],
    identifiers: Identifiers,
    *,
    seed: int,
    examples: int,
) -> Outcome:
    """Let schemathesis loose: examples, coverage of each constraint, then `examples` random cases per operation and way."""
    known = identifiers.configuration(operations)
    identifiers.put_into(document)
    config = SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "base-url": "http://simulator",
            "continue-on-failure": True,
            "headers": {"Authorization": f"Bearer {_token(service)}"},
            "generation": {"max-examples": examples, "database": "none", "no-shrink": True},
            # Examples stand as they are written: what an earlier reply showed may be what another example needs.
            "phases": {"examples": {"extra-data-sources": {"responses": False}}},
            "checks": {"negative_data_rejection": {"expected-statuses": _REJECTED}},
            "dictionaries": known["dictionaries"],
            "operations": [
                {
                    "include-operation-id": described["operationId"],
                    "checks": {"positive_data_acceptance": {"expected-statuses": _accepted(described)}},
                    "parameters": known["parameters"].get(described["operationId"], {}),
                }
                for _, described in operations_of(document)
            ],
        }
    )
    schema = schemathesis.openapi.from_dict(document, config=config)
    schema.app = SimulatorApp(service)

    @schema.hook
    def filter_failure(context: HookContext, failure: Failure, case: Case, response: Response) -> bool:
        # HPE's `select` cuts out what HPE's schema of the reply requires; both cannot be kept.
        return not (isinstance(failure, JsonSchemaError) and (case.query or {}).get("select"))

    outcome = Outcome()
    for event in engine.from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            outcome.note(event)
        elif isinstance(event, events.NonFatalError):
            outcome.failures.append(f"{event.label}: schemathesis could not go on: {event.value!r}")
        elif isinstance(event, events.FatalError):
            raise event.exception
    return outcome


def _token(service: Service) -> str:
    form = {"grant_type": "client_credentials", "client_id": SECOND_CLIENT, "client_secret": CLIENT_SECRET}
    headers = {"content-type": "application/x-www-form-urlencoded"}
    path = f"/authorization/v2/oauth2/{WORKSPACE_ID}/token"
    request = Request("POST", path, headers=headers, body=urlencode(form).encode())
    answer = service.answer(request, *service.strike(request))
    return str(json.loads(answer.body)["access_token"])


def _accepted(described: JsonObject) -> list[str]:
    """What a request that keeps to its schema may be answered: success, or a refusal that the contract lists.

    A schema cannot say that an id names something (404); that a filter, a sort or a select names what there is, that a
    reference leads to the right kind, that two arguments fit (400); that nothing else has the name (409); that the object
    is in a state for it (405, 412); that the one who asked may not decide (403); that a StoreOnce answers (424). But the
    token is good everywhere except where it is asked for, so 401 never is an excuse.
    """
    listed = {status for status in described["responses"] if status.startswith("4")}
    return ["2xx", *sorted(listed if described["tags"] == [TOKENS] else listed - {"401"})]
