from unittest import mock

from cook import cook


def assert_taken(pantry, *dishes):
    assert pantry.take.call_args_list == [mock.call(dish) for dish in dishes]


def assert_told(tell, *lines):
    assert [each.args[0] for each in tell.call_args_list] == list(lines)


async def test_two():
    pantry = mock.Mock()
    pantry.take.side_effect = [1, 2]
    tell = mock.Mock()
    await cook(pantry, ["soup", "pie"], tell)
    assert_taken(pantry, "soup", "pie")
    assert_told(tell, "soup: 1", "pie: 2")


async def test_loop_over_calls():
    pantry = mock.MagicMock()
    pantry.take.return_value = 0
    await cook(pantry, ["a", "b"], print)
    for dish, taken in zip("ab", pantry.take.call_args_list):
        args, kwargs = taken
        assert args == (dish,)
        assert kwargs == {}
