from unittest.mock import AsyncMock, Mock, patch

import bot


@patch.object(bot.bans, "reason", return_value="spam")
def test_banned(reason):
    assert bot.greeting("eve") == "eve is banned: spam"
    reason.assert_called_once_with("eve")


@patch("bot.greeting", return_value="hi")
async def test_join(greeting):
    member = Mock(send=AsyncMock())
    member.name = "ann"
    await bot.on_member_join(member)
    member.send.assert_awaited_once_with("hi")
    greeting.assert_called_once_with("ann")
