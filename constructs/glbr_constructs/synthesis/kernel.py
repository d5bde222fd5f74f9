"""The one place that uses jsii beyond its public interface, and why.

jsii makes an object in Node with every method that its Python class replaces, looks for those methods anew for each object,
and takes each message apart by its type. All of it costs more than what Node does about a resource. What our classes
replace is for Python's own callers, so that Node need not know of it, and the message is always the same.
"""

import json
import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

try:
    from jsii._kernel import (  # type: ignore[attr-defined]  # re-exported without saying so
        CreateResponse,
        _callback_till_result,
        _get_overides,
        _make_reference_for_native,
    )
    from jsii._kernel.providers.process import (
        ProcessProvider,
        _CompleteRequest,
        _NodeProcess,
        jdefault,
    )
    from jsii._kernel.types import Callback, CreateRequest, ObjRef
    from jsii._reference_map import register_reference, resolve_reference
    from jsii._runtime import kernel
    from jsii._stack_trace import is_enabled

    _found = isinstance(kernel.provider, ProcessProvider) and hasattr(_NodeProcess, "_next_message")
except ImportError:  # a jsii that is made in another way
    _found = False

AVAILABLE: Final = _found
"""Whether this jsii has the parts that are used here. Without them every element is made the public way."""


def tells_where() -> bool:
    """Whether jsii was asked to tell Node where in Python each message comes from, which only its own messages do."""
    return is_enabled()


Wire = Mapping[str, object]
"""What Node is sent: JSON in jsii's own notation."""

Failed = Callable[[str], Exception]
"""Makes an error of what the CDK says."""

_TOKENS: Final = re.compile(r"TfToken\[|\$jsii\.byref|e\+\d{3}")

_AT_ONCE: Final = 8
"""Messages that are handed to Node together."""
_MOST_UNREAD: Final = 64
"""Answers that may wait. They and their questions fit into the pipes, so that neither side waits for the other for ever."""

Methods = tuple[tuple[str, str], ...]
"""Methods that Node calls back: Node's name, Python's name."""


def as_map(value: Mapping[str, object]) -> Wire:
    """A dict in jsii's notation, made once for many objects."""
    return {"$jsii.map": {name: as_map(item) if isinstance(item, Mapping) else item for name, item in value.items()}}


def replaced(declared: type, made: type) -> Methods:
    """Members of a jsii class that a Python class replaces."""
    blank: object = object.__new__(made)
    return tuple((entry.method or entry.property or "", entry.cookie or "") for entry in _get_overides(declared, blank))


def create(instance: object, arguments: Sequence[object], methods: Methods, failed: Failed, *, wait: bool) -> None:
    """Make the object in Node that stands behind a Python object, with no more methods replaced than those named.

    Args:
        instance: The Python object; its class tells which jsii class is meant.
        arguments: Arguments of that class's constructor.
        methods: Methods that Node shall call back.
        failed: Makes the error that is raised where the CDK refuses, of what the CDK says.
        wait: Whether Node's answer is waited for. If not, a refusal is raised by the next call that needs Node: only for
            what Node will hardly refuse, and does not call back for.

    Raises:
        Exception: the CDK refused; what `failed` made.
    """
    kind: type = type(instance)
    given = [_reference(argument) for argument in arguments]
    _stream().create(instance, {**_request(kind, methods), "args": given}, failed, wait=wait)


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
    made = _stream().ask({"api": "sinvoke", "fqn": name, "method": method, "args": [value]})
    found: object = resolve_reference(kernel, made)  # type: ignore[no-untyped-call]  # jsii has no annotations there
    return found


def refers(value: object) -> bool:
    """Whether there may be a token in a value: of a text or a list, an object in Node, or a number beyond all numbers."""
    return _TOKENS.search(json.dumps(value, default=jdefault)) is not None


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


class _Stream:
    """Sends Node what is to be made without waiting for each answer: Node works while Python goes on.

    Node answers in order, and numbers objects in order. So while nothing else is sent, the name of the next object is known
    beforehand. Before anything else is sent, all answers are read and held against the names.
    """

    def __init__(self) -> None:
        self._node = kernel.provider._process  # type: ignore[attr-defined]  # noqa: SLF001 - a ProcessProvider, as seen above
        self._unread: deque[tuple[object, Failed]] = deque()
        self._last: int | None = None
        self._called_back = 0
        self._taken: set[tuple[str, str]] = set()
        self._send = self._node.send
        # The one way by which jsii itself reaches Node.
        self._node.send = self._settled_send

    def create(self, instance: object, request: Wire, failed: Failed, *, wait: bool) -> None:
        """Have Node make the object behind a Python object."""
        wait = self._has(request["args"]) or wait
        if wait or self._last is None or self._called_back:
            _name(instance, made := self._asked(request, failed))
        else:
            _name(instance, made := ObjRef(f"{request['fqn']}@{self._last + 1}"))
            self._write(request)
            self._unread.append((instance, failed))
            if len(self._unread) % _AT_ONCE == 0:
                self._node._process.stdin.flush()  # noqa: SLF001 - there is no public way
            if len(self._unread) >= _MOST_UNREAD:
                self._read()
        number = made.ref.rpartition("@")[2]
        self._last = int(number) if number.isdecimal() else None

    def _has(self, arguments: object) -> bool:
        """Whether there is a construct of that name in that place already, whoever made it; from now on there is."""
        if not (isinstance(arguments, Sequence) and len(arguments) > 1 and isinstance(arguments[1], str)):
            return False
        place = getattr(getattr(arguments[0], "__jsii_ref__", None), "ref", "")
        known = (place, arguments[1]) in self._taken
        self._taken.add((place, arguments[1]))
        return known

    def ask(self, request: Wire) -> ObjRef:
        """Send one message that makes an object, and wait for it."""
        found = self._asked(request, RuntimeError)
        self._last = None
        return found

    def _settled_send(self, request: object, kind: type) -> object:
        self._settle()
        self._last = None
        self._called_back -= isinstance(request, _CompleteRequest)
        if isinstance(request, CreateRequest):
            # The CDK's own constructs take names, too.
            self._has(request.args)
        answer = self._send(request, kind)
        self._called_back += isinstance(answer, Callback)
        return answer

    def _asked(self, request: Wire, failed: Failed) -> ObjRef:
        self._settle()
        self._write(request)
        self._node._process.stdin.flush()  # noqa: SLF001 - there is no public way
        answer = self._node._next_message()  # noqa: SLF001 - there is no public way
        if "callback" in answer:
            self._called_back += 1
            callback = self._node._serializer.structure(answer["callback"], Callback)  # noqa: SLF001 - there is no public way
            found: ObjRef = _callback_till_result(kernel, callback, CreateResponse)
            return found
        made = _made(answer)
        if isinstance(made, str):
            raise failed(made)
        return made

    def _write(self, request: Wire) -> None:
        self._node._process.stdin.write(json.dumps(request, default=jdefault).encode() + b"\n")  # noqa: SLF001 - as above

    def _settle(self) -> None:
        """Read all answers, so that the next one belongs to the next question."""
        if self._unread:
            self._node._process.stdin.flush()  # noqa: SLF001 - there is no public way
            self._read()

    def _read(self) -> None:
        refused: list[tuple[Failed, str]] = []
        while self._unread:
            instance, failed = self._unread.popleft()
            made = _made(self._node._next_message())  # noqa: SLF001 - there is no public way
            promised: ObjRef = instance.__jsii_ref__  # type: ignore[attr-defined]  # given by create
            if isinstance(made, str):
                refused.append((failed, made))
            elif made.ref != promised.ref:
                # What is refused gets no number, so that those behind it have others than was thought.
                _name(instance, made)
                said = f"Node made {made.ref} where {promised.ref} was due. Set GLBR_SYNTHESIS=plain, and report this."
                refused.append((RuntimeError, said))
        if refused:
            self._last = None
            # Made only now: what an error tells may have to be asked of Node. And for all of them, since what is not in Node
            # learns so by its error, and must not be written.
            first, *_ = [failed(said) for failed, said in refused]
            raise first


def _name(instance: object, made: ObjRef) -> None:
    instance.__jsii_ref__ = made  # type: ignore[attr-defined]  # how jsii knows its objects
    register_reference(instance)


@cache
def _stream() -> _Stream:
    return _Stream()


def _made(answer: Mapping[str, object]) -> ObjRef | str:
    """What Node made, or why it did not."""
    made = answer.get("ok")
    if isinstance(made, dict):
        made = made.get("result")
    if isinstance(made, ObjRef):
        return made
    return str(answer.get("error", f"Node gave an answer that jsii does not know: {answer}"))
