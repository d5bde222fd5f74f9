"""The one place that uses jsii beyond its public interface, and why.

jsii makes an object in Node with every method that its Python class replaces, looks for those methods anew for each object,
and takes each message apart by its type. All of it costs more than what Node does about a resource. What our classes
replace is for Python's own callers, so that Node need not know of it, and the message is always the same.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

try:
    from jsii._kernel import (  # type: ignore[attr-defined]  # re-exported without saying so
        CreateResponse,
        _callback_till_result,
        _get_overides,
        _make_reference_for_native,
    )
    from jsii._kernel.providers.process import ProcessProvider, _NodeProcess, jdefault
    from jsii._kernel.types import Callback, ObjRef
    from jsii._reference_map import register_reference, resolve_reference
    from jsii._runtime import kernel

    _found = isinstance(kernel.provider, ProcessProvider) and hasattr(_NodeProcess, "_next_message")
except ImportError:  # a jsii that is made in another way
    _found = False

AVAILABLE: Final = _found
"""Whether this jsii has the parts that are used here. Without them every element is made the public way."""

Wire = Mapping[str, object]
"""What Node is sent: JSON in jsii's own notation."""

Methods = tuple[tuple[str, str], ...]
"""Methods that Node calls back: Node's name, Python's name."""


def as_map(value: Mapping[str, object]) -> Wire:
    """A dict in jsii's notation, made once for many objects."""
    return {"$jsii.map": {name: as_map(item) if isinstance(item, Mapping) else item for name, item in value.items()}}


def replaced(declared: type, made: type) -> Methods:
    """Members of a jsii class that a Python class replaces."""
    blank: object = object.__new__(made)
    return tuple((entry.method or entry.property or "", entry.cookie or "") for entry in _get_overides(declared, blank))


def create(instance: object, arguments: Sequence[object], methods: Methods) -> None:
    """Make the object in Node that stands behind a Python object, with no more methods replaced than those named.

    Args:
        instance: The Python object; its class tells which jsii class is meant.
        arguments: Arguments of that class's constructor.
        methods: Methods that Node shall call back.

    Raises:
        RuntimeError: the CDK refused.
    """
    kind: type = type(instance)
    given = [_reference(argument) for argument in arguments]
    answer = _asked({**_request(kind, methods), "args": given})
    instance.__jsii_ref__ = answer  # type: ignore[attr-defined]  # how jsii knows its objects
    register_reference(instance)


def in_node(factory: type, method: str, value: object) -> object:
    """Have a static method of the CDK keep a value in Node, however large it is.

    Args:
        factory: The class of the method.
        method: Node's name of the method, which takes anything.
        value: The value, of what JSON knows and of objects in Node.

    Returns:
        The object that the method made.

    Raises:
        RuntimeError: the CDK refused.
    """
    name = factory.__jsii_type__  # type: ignore[attr-defined]  # set by jsii's metaclass
    made = _asked({"api": "sinvoke", "fqn": name, "method": method, "args": [value]})
    found: object = resolve_reference(kernel, made)  # type: ignore[no-untyped-call]  # jsii has no annotations there
    return found


def _reference(argument: object) -> object:
    # What is in jsii's notation already stays as it is.
    if isinstance(argument, str) or (isinstance(argument, dict) and "$jsii.map" in argument):
        return argument
    return _make_reference_for_native(kernel, argument)


@cache
def _request(kind: type, methods: Methods) -> Wire:
    return {
        "api": "create",
        "fqn": kind.__jsii_type__,  # type: ignore[attr-defined]  # set by jsii's metaclass
        "overrides": [{"method": name, "cookie": cookie} for name, cookie in methods],
        "interfaces": [entry.__jsii_type__ for entry in getattr(kind, "__jsii_ifaces__", ())],
    }


def _asked(request: Wire) -> object:
    """Send one message to Node and wait for the object that it makes."""
    node = kernel.provider._process  # type: ignore[attr-defined]  # noqa: SLF001 - a ProcessProvider, as seen above
    pipe = node._process.stdin  # noqa: SLF001 - there is no public way
    pipe.write(json.dumps(request, default=jdefault).encode() + b"\n")
    pipe.flush()
    answer = node._next_message()  # noqa: SLF001 - there is no public way
    made = answer.get("ok")
    if isinstance(made, dict):
        made = made.get("result")
    if isinstance(made, ObjRef):
        return made
    if "callback" in answer:
        callback = node._serializer.structure(answer["callback"], Callback)  # noqa: SLF001 - there is no public way
        return _callback_till_result(kernel, callback, CreateResponse)
    raise RuntimeError(answer.get("error", f"Node gave an answer that jsii does not know: {answer}"))
