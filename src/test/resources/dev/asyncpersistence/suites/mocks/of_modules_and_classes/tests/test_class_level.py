from unittest.mock import MagicMock, Mock

from lottery import Lottery


class TestLottery:
    tickets = MagicMock()
    shout = Mock()

    def setup_method(self):
        self.tickets.owner.side_effect = ["bob", "eve"]
        self.tickets.owner.reset_mock()

    async def test_draw(self):
        assert await Lottery(self.tickets, self.shout).draw([2, 3]) == ["bob", "eve"]
        assert self.tickets.owner.call_count == 2
        self.shout.assert_called_once_with("bob")

    async def test_draw_one(self):
        assert await Lottery(self.tickets, self.shout).draw([4]) == ["bob"]
        self.tickets.owner.assert_called_once_with(4)
