from unittest.mock import MagicMock, Mock

from bank import Bank


async def test_configured():
    ledger = Mock()
    ledger.configure_mock(**{"balance.return_value": 9, "currency.return_value": "EUR"})
    assert await Bank(ledger).statement("ann") == "EUR 9"
    ledger.balance.assert_called_once_with("ann")
    ledger.note.assert_called_once_with("ann")


async def test_keywords():
    ledger = MagicMock(**{"balance.side_effect": [1, 2], "currency.return_value": "USD"})
    bank = Bank(ledger)
    assert await bank.statement("bob") == "USD 1"
    assert await bank.statement("bob") == "USD 2"
    assert ledger.balance.call_count == 2
    assert ledger.currency.call_count == 2


async def test_mocks_as_keywords():
    ledger = Mock(balance=Mock(return_value=3), note=Mock(), currency=Mock(return_value="P"), name="ledger")
    assert await Bank(ledger).statement("eve") == "P 3"
    ledger.note.assert_called_once_with("eve")
    ledger.currency.assert_called_once_with()
