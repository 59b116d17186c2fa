from unittest.mock import patch

import api


@patch("api.Accounts")
async def test_refused(accounts):
    accounts.return_value.check.return_value = False
    assert await api.login("ann", "x") == 403
    accounts.assert_called_once_with()
    accounts.return_value.check.assert_called_once_with("ann", "x")
    accounts.return_value.touch.assert_not_called()


async def test_accepted():
    with patch("api.Accounts") as accounts:
        instance = accounts.return_value
        instance.check.return_value = True
        assert await api.login("bob", "y") == 200
        instance.check.assert_called_once()
        instance.touch.assert_called_once_with("bob")


async def test_for_real():
    assert await api.login("ann", "Ann") == 200
