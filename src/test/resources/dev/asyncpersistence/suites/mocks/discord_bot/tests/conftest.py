from unittest.mock import AsyncMock, MagicMock

import pytest

from cog import Shop


@pytest.fixture
def bot():
    bot = MagicMock()
    bot.get_channel.return_value = None
    return bot


@pytest.fixture
def ctx():
    ctx = MagicMock()
    ctx.author.id = 42
    ctx.send = AsyncMock()
    return ctx


@pytest.fixture
def economy():
    economy = MagicMock()
    economy.pay.return_value = True
    return economy


@pytest.fixture
def shop(bot, economy):
    return Shop(bot, economy)
