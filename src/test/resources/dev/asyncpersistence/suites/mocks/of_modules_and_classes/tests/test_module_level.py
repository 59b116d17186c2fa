from unittest.mock import Mock

from lottery import Lottery

tickets = Mock()
tickets.owner.return_value = "ann"
shout = Mock()


async def test_draw():
    assert await Lottery(tickets, shout).draw([1]) == ["ann"]
    tickets.owner.assert_called_once_with(1)
    shout.assert_called_once_with("ann")
