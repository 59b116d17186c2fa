from unittest import IsolatedAsyncioTestCase
from unittest.mock import AsyncMock, Mock, patch

from bot import Moderator


class ModeratorTest(IsolatedAsyncioTestCase):
    def setUp(self):
        self.bans = Mock()
        self.channel = AsyncMock()
        self.moderator = Moderator(self.bans, self.channel)

    async def test_banned(self):
        self.bans.find.return_value = {"by": "ann"}
        self.assertIsNone(await self.moderator.on_message("eve", "hi"))
        self.channel.send.assert_awaited_once_with("eve is banned")
        self.bans.find.assert_called_once_with("eve")

    async def test_not_banned(self):
        self.moderator.is_banned = Mock(return_value=False)
        self.assertEqual(await self.moderator.on_message("ann", "hi"), "hi")
        self.moderator.is_banned.assert_called_once_with("ann")
        self.bans.find.assert_not_called()


class PatchedTest(IsolatedAsyncioTestCase):
    def setUp(self):
        patcher = patch.object(Moderator, "is_banned", return_value=True)
        self.is_banned = patcher.start()
        self.addCleanup(patcher.stop)

    async def test_all_are_banned(self):
        channel = Mock(send=AsyncMock())
        self.assertIsNone(await Moderator(None, channel).on_message("bob", ""))
        channel.send.assert_awaited_once()
        self.is_banned.assert_called_once_with("bob")
