from unittest.mock import AsyncMock, Mock

import pytest
from bot.commands import balance_text, on_balance
from bot.store import CoinStore


@pytest.fixture
def store(tmp_path):
    store = CoinStore(tmp_path / "coins.db")
    store.put(7, 10)
    return store


def test_balance_text(store):
    assert balance_text(store, 7, bonus=3) == "7 has 13 coins"


async def test_on_balance(store):
    ctx = Mock(author=7)
    ctx.send = AsyncMock()
    await on_balance(store, ctx)
    ctx.send.assert_awaited_once_with("7 has 10 coins")
