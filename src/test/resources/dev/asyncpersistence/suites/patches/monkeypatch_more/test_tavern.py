from unittest.mock import AsyncMock, Mock

import pytest

import tavern
from tavern import Tavern


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setattr("tavern.clock.now", lambda: 12)


async def test_mock(monkeypatch):
    def debts(self, key):
        return len(key)

    pay = Mock()
    monkeypatch.setattr(Tavern, "debts", debts)
    monkeypatch.setattr("tavern.Tavern.pay", pay)
    assert await Tavern(None).settle("ann") == (3, 12)
    pay.assert_called_once_with("ann", 0)


async def test_instance(monkeypatch):
    inn = Tavern(None)
    monkeypatch.setattr(inn, "debts", Mock(return_value=4))
    monkeypatch.setattr(inn, "pay", Mock())
    monkeypatch.setattr(tavern.clock, "now", Mock(return_value=1))
    assert await inn.settle("bob") == (4, 1)
    inn.debts.assert_called_once_with("bob")
    tavern.clock.now.assert_called_once_with()


async def test_whole(monkeypatch):
    settle = AsyncMock(return_value=(0, 0))
    monkeypatch.setattr(Tavern, "settle", settle)
    assert await Tavern(None).settle("eve") == (0, 0)
    settle.assert_awaited_once_with("eve")


async def test_in_a_context(monkeypatch):
    paid = []

    def pay(self, key, amount):
        paid.append((key, amount))

    def debts(*args):
        return 1

    with monkeypatch.context() as patched:
        patched.setattr(Tavern, "pay", pay)
        patched.setattr(Tavern, "debts", debts)
        assert await Tavern(None).settle("ann") == (1, 12)
    assert paid == [("ann", 0)]
