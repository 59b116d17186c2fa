from unittest.mock import patch

from app.handlers import hello


@patch("app.handlers.find_name", return_value=" ann ")
async def test_decorated(find_name):
    assert await hello("ann") == "hello ann"
    find_name.assert_called_once_with("ann")


async def test_in_a_block():
    with patch("app.handlers.find_name") as find_name:
        find_name.return_value = "bob "
        assert await hello("x") == "hello bob"


async def test_new():
    with patch("app.handlers.find_name", lambda key: key * 2):
        assert await hello("a") == "hello aa"
