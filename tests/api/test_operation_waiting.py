"""An accepted request is followed to its end, and every end is told as it is."""

import asyncio

import httpx
import pytest

from glbr.api.errors import (
    Forbidden,
    Interrupted,
    NotFound,
    OperationFailed,
    OperationPaused,
    OperationTimedOut,
)
from glbr.api.operations import Operation, wait

ID = "5f0c1a52-1111-4222-8333-444455556666"
DOING = "creating protection store Cloud_eastus2"


def stands(state, **fields):
    return httpx.Response(200, json={"id": ID, "state": state, "displayName": "Create Cloud Protection Store"} | fields)


async def follow(hpe, timeout_seconds=600, on_progress=None):
    return await wait(hpe.client, ID, doing=DOING, timeout_seconds=timeout_seconds, on_progress=on_progress)


async def test_an_operation_already_finished_costs_one_look_and_no_wait(hpe):
    hpe.will(stands("SUCCEEDED"))

    operation = await follow(hpe)

    assert operation.state == "SUCCEEDED"
    assert hpe.calls[0].url.path == f"/data-services/v1beta1/async-operations/{ID}"
    assert hpe.time.pauses == []


async def test_the_pace_is_hpes_after_one_quick_look(hpe):
    hpe.will(*[stands("RUNNING", suggestedPollingIntervalSeconds=30)] * 3, stands("SUCCEEDED"))

    await follow(hpe)

    assert hpe.called_at == [0, 1, 31, 61]


async def test_without_a_suggestion_the_pace_slows_down_to_twenty_seconds(hpe):
    hpe.will(*[stands("INITIALIZED")] * 11, stands("SUCCEEDED"))

    await follow(hpe)

    assert hpe.time.pauses[:3] == [1, 1.5, 2.25]
    assert hpe.time.pauses[-2:] == [20, 20]


async def test_progress_is_told_after_every_look(hpe):
    hpe.will(stands("RUNNING", progressPercent=40), stands("SUCCEEDED", progressPercent=100))
    told: list[int | None] = []

    await follow(hpe, on_progress=lambda operation: told.append(operation.progress_percent))

    assert told == [40, 100]


async def test_an_unknown_state_is_waited_through(hpe):
    hpe.will(stands("REHEARSING"), stands(None), stands("SUCCEEDED"))

    operation = await follow(hpe)

    assert operation.state == "SUCCEEDED"


@pytest.mark.parametrize("state", ["FAILED", "CANCELLED", "TIMEDOUT"])
async def test_an_end_without_success_tells_all_that_hpe_says(hpe, state):
    hpe.will(
        stands(
            state,
            error={"error": "The bucket is not reachable.", "errorCode": "500", "traceId": "trace-9"},
            logMessages=[
                {"message": f"step {number}", "timestampAt": "2026-05-04T12:00:00Z"} for number in range(1, 8)
            ],
            recommendations=[{"message": "Open port 443."}],
        )
    )

    with pytest.raises(OperationFailed) as caught:
        await follow(hpe)

    error = caught.value
    assert error.summary == f"Creating protection store Cloud_eastus2: HPE's operation ended {state}"
    for words in ("The bucket is not reachable.", "HPE error code: 500", "HPE debug id: trace-9", "Open port 443.", ID):
        assert words in error.detail
    assert "step 7" in error.detail
    assert "step 2" not in error.detail
    assert error.operation_id == ID


@pytest.mark.parametrize("cause", [None, {}, "Out of space.", {"message": "Out of space.", "debugId": "d-3"}, 7])
async def test_a_failure_is_told_whatever_the_form_of_its_cause(hpe, cause):
    hpe.will(stands("FAILED", error=cause))

    with pytest.raises(OperationFailed) as caught:
        await follow(hpe)

    assert ("Out of space." if "Out of space" in str(cause) else "gave no reason") in caught.value.detail


async def test_a_pause_asks_for_a_person_and_says_where(hpe):
    hpe.will(stands("PAUSED", additionalDetails={"consoleUri": "/data-services/dual-auth/9"}))

    with pytest.raises(OperationPaused) as caught:
        await follow(hpe)

    assert "second person" in caught.value.detail
    assert "/data-services/dual-auth/9" in caught.value.detail
    assert caught.value.operation_id == ID


async def test_the_time_limit_is_kept_and_says_that_the_work_goes_on(hpe):
    hpe.will(*[stands("RUNNING", progressPercent=40, suggestedPollingIntervalSeconds=30)] * 10)

    with pytest.raises(OperationTimedOut) as caught:
        await follow(hpe, timeout_seconds=100)

    assert hpe.time.seconds == 100
    assert hpe.called_at[-1] == 100
    for words in (ID, "100 seconds", "40 percent", "goes on at HPE", "Apply again"):
        assert words in caught.value.detail


async def test_stopping_ends_the_wait_and_keeps_the_operation_id(hpe):
    held = asyncio.Event()

    async def never_ending(_seconds):
        hpe.stopping.set()
        await held.wait()

    hpe.time.sleep = never_ending
    client = hpe.make_client()
    hpe.will(stands("RUNNING"))

    with pytest.raises(Interrupted) as caught:
        await wait(client, ID, doing=DOING, timeout_seconds=600)

    assert caught.value.operation_id == ID
    assert ID in caught.value.detail
    await client.aclose()


async def test_stopping_while_a_look_is_repeated_keeps_the_operation_id(hpe, refusal):
    def stop(_request):
        hpe.stopping.set()
        return refusal(503)

    hpe.will(stop)

    with pytest.raises(Interrupted) as caught:
        await follow(hpe)

    assert caught.value.operation_id == ID


async def test_a_fresh_operation_may_be_unknown_for_a_few_looks(hpe, refusal):
    hpe.will(*[refusal(404)] * 5, stands("SUCCEEDED"))

    operation = await follow(hpe)

    assert operation.state == "SUCCEEDED"


async def test_an_operation_that_stays_unknown_is_an_error(hpe, refusal):
    hpe.will(*[refusal(404)] * 9)

    with pytest.raises(NotFound):
        await follow(hpe)

    assert len(hpe.calls) == 6


async def test_an_operation_that_vanishes_is_an_error(hpe, refusal):
    hpe.will(stands("RUNNING"), refusal(404))

    with pytest.raises(NotFound):
        await follow(hpe)

    assert len(hpe.calls) == 2


async def test_a_missing_permission_to_read_operations_is_named(hpe, refusal):
    hpe.will(refusal(403))

    with pytest.raises(Forbidden, match=r"data-services\.task\.read") as caught:
        await follow(hpe)

    assert ID in caught.value.detail


@pytest.mark.parametrize(
    ("fields", "kind", "found"),
    [
        (
            {
                "associatedResources": [
                    {"type": "data-services/storeonce", "resourceUri": "/backup-recovery/v1beta1/storeonces/so-1"},
                    {"type": "backup-recovery/protection-store", "resourceUri": "/backup-recovery/v1beta1/x/ps-1"},
                ]
            },
            "backup-recovery/protection-store",
            "ps-1",
        ),
        (
            {"associatedResources": [{"type": "backup-recovery/protection-jobs", "resourceUri": "/jobs/j-1/"}]},
            "protection-job",
            "j-1",
        ),
        (
            {
                "associatedResources": [
                    {
                        "type": "/data-services/protection-store-gateway",
                        "resourceUri": "/api/v1/protection-store-gateways/g-1",
                    }
                ]
            },
            "backup-recovery/protection-store-gateway",
            "g-1",
        ),
        ({"associatedResources": [{"resourceUri": "/a/protection-policies/p-1"}]}, "protection-policy", "p-1"),
        (
            {"associatedResources": None, "sourceResourceUri": "/virtualization/v1beta1/datastores/d-1"},
            "virtualization/datastore",
            "d-1",
        ),
        (
            {"sourceResource": {"name": "x", "resourceUri": "/hybrid-cloud/v1beta1/virtual-machines/v-1"}},
            "virtualization/virtual-machine",
            "v-1",
        ),
        ({"sourceResourceUri": "/virtualization/v1beta1/virtual-machines/v-1"}, "backup", None),
        (
            {"associatedResources": [{"type": "backup-recovery/protection-store", "resourceUri": ""}]},
            "protection-store",
            None,
        ),
        ({}, "protection-store", None),
    ],
)
def test_the_new_object_is_found_wherever_hpe_names_it(fields, kind, found):
    operation = Operation.model_validate({"id": ID, "state": "SUCCEEDED"} | fields)

    assert operation.resource_id(kind) == found


def test_a_null_among_its_objects_hides_none_of_them():
    store = {"id": "s-1", "type": "backup-recovery/protection-store"}
    operation = Operation.model_validate(
        {"associatedResources": [None, store], "logMessages": [{"message": "a"}, None]}
    )

    assert operation.resource_id("protection-store") == "s-1"
    assert [line.message for line in operation.log_messages] == ["a"]


def test_the_names_of_2024_are_read_too():
    operation = Operation.model_validate(
        {
            "id": ID,
            "state": "RUNNING",
            "childTasks": [{"id": "1"}],
            "subtreeTaskCount": 2,
            "sourceResource": {"resourceUri": "/a/datastores/d-1"},
            "logMessages": [{"message": "begun", "timestampAt": "2024-04-05T13:06:05.123456789Z"}],
        }
    )

    assert operation.has_child_operations
    assert operation.subtree_operation_count == 2
    assert operation.source_resource_uri == "/a/datastores/d-1"
    assert operation.log_messages[0].timestamp == "2024-04-05T13:06:05.123456789Z"


def test_fields_of_another_shape_do_not_break_the_reading():
    operation = Operation.model_validate(
        {
            "id": ID,
            "state": "SUCCEEDED",
            "progressPercent": "much",
            "associatedResources": "none",
            "logMessages": [7],
            "suggestedPollingIntervalSeconds": "soon",
            "additionalDetails": None,
            "sourceResource": None,
            "fromTheFuture": {},
        }
    )

    assert operation.state == "SUCCEEDED"
    assert operation.progress_percent is None
    assert operation.associated_resources == ()
