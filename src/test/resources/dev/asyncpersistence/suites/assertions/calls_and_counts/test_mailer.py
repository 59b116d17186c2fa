from unittest.mock import Mock, call

import pytest

from mailer import Mailer


@pytest.fixture
def box():
    return Mock()


async def test_remind(box):
    printer = Mock()
    await Mailer(box, printer).remind(["ann", "bob"])
    box.note.assert_called()
    box.note.assert_called_with("bob", text="late")
    box.note.assert_any_call("ann", text="late")
    box.note.assert_has_calls([call("ann", text="late"), call("bob", text="late")])
    assert box.note.call_count == 2
    assert box.note.called
    assert box.note.call_args.kwargs["text"] == "late"
    assert box.note.call_args_list[0][0] == ("ann",)
    assert printer.call_args_list == [call("ann"), call("bob")]
    box.note.reset_mock()
    box.note.assert_not_called()


async def test_nobody(box):
    await Mailer(box, None).remind([])
    box.note.assert_not_called()
    assert not box.note.called
