from unittest.mock import DEFAULT, Mock, patch

import arena
import fighters


async def test_default():
    with patch.multiple("fighters", power=DEFAULT, note=DEFAULT, shout=DEFAULT) as mocks:
        mocks["power"].side_effect = [1, 2]
        mocks["shout"].return_value = "wow"
        assert await arena.fight("a", "b") == "wow"
        mocks["note"].assert_called_once_with("a")
        mocks["shout"].assert_called_once_with("b")


@patch.multiple(fighters, power=Mock(side_effect=[3, 2]), note=Mock())
async def test_decorated():
    assert await arena.fight("a", "b") == "A!"


@patch.multiple("fighters", power=DEFAULT, note=DEFAULT)
async def test_keywords(**mocks):
    mocks["power"].return_value = 1
    assert await arena.fight("a", "b") == "B!"
    mocks["power"].assert_called_with("b")
    assert mocks["note"].call_args.args == ("a",)


async def test_for_real():
    assert await arena.fight("ann", "bob") == "BOB!"
