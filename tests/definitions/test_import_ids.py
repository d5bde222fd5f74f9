"""What may be written to import an object, and what is refused before HPE is asked."""

import pytest

from cupboards import Cupboard
from glbr.api.errors import GlbrError
from glbr.provider.import_ids import parts_of
from safes import Safe


def test_below_another_object_comes_first_the_id_of_that_one() -> None:
    assert parts_of(Safe, "r-1/big safe") == ("r-1", "big safe")


@pytest.mark.parametrize("given", ["c-1", "linen", "left/upper", "big one"])
def test_below_none_all_of_it_is_the_id_or_the_name(given: str) -> None:
    assert parts_of(Cupboard, given) == (given,)


@pytest.mark.parametrize("given", ["../x/y", "a/b/c", "/abc", "abc/", "abc", " /abc", "..", "../x", "x/.", "/", ""])
def test_another_form_is_refused_and_the_right_one_named(given: str) -> None:
    with pytest.raises(GlbrError) as refused:
        parts_of(Safe, given)

    assert repr(given) in refused.value.detail
    assert "<room_id>/<id or name>" in refused.value.detail


@pytest.mark.parametrize("given", ["", " ", ".", ".."])
def test_nothing_at_all_is_no_name(given: str) -> None:
    with pytest.raises(GlbrError, match="no import id of cupboard"):
        parts_of(Cupboard, given)
