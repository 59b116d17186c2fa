from unittest.mock import MagicMock, Mock

from bot.commands import Commands


async def test_admin_bans():
    accounts = Mock()
    accounts.is_admin.return_value = True
    log = Mock()
    assert await Commands(accounts, log).ban("bob", "eve") == "banned eve"
    accounts.is_admin.assert_called_once_with("bob")
    log.info.assert_not_called()


async def test_others_are_forbidden():
    accounts = MagicMock(**{"is_admin.return_value": False})
    log = MagicMock()
    assert await Commands(accounts, log).ban("ann", "eve") == "forbidden"
    assert log.info.call_count == 1
