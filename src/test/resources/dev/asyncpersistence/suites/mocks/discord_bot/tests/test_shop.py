from unittest.mock import AsyncMock

import pytest

pytestmark = pytest.mark.asyncio


async def test_buys(shop, ctx, economy, bot):
    await shop.buy(ctx, "hat", 5)
    economy.pay.assert_called_once_with(42, 5)
    ctx.send.assert_awaited_once_with("enjoy your hat")
    bot.log.assert_called_once()


async def test_too_poor(shop, ctx, economy, bot):
    economy.pay.return_value = False
    await shop.buy(ctx, "hat", 5)
    ctx.send.assert_awaited_once_with("you can't afford that")
    bot.log.assert_not_called()


async def test_join(mocker, shop, economy):
    member = mocker.Mock(id=7, send=AsyncMock())
    await shop.on_member_join(member)
    economy.open_account.assert_called_once_with(7)
    member.send.assert_awaited_once_with("welcome")
