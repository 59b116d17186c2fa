from unittest.mock import Mock, patch

import pytest

from chars import death


async def test_object():
    found = patch.object(death.char_dao, "get_char", return_value=("eve", 1))
    with found, patch.object(death.char_dao, "kill_char") as kill:
        assert await death.die("eve") == "eve"
    kill.assert_called_once_with("eve")


@patch("chars.death.char_dao.kill_char")
@patch("chars.dao.CharDao.get_char", return_value=None)
async def test_nobody(get_char, kill_char):
    with pytest.raises(LookupError, match="no char bob"):
        await death.die("bob")
    get_char.assert_called_once_with("bob")
    kill_char.assert_not_called()


async def test_monkeypatched(monkeypatch):
    kill = Mock()
    monkeypatch.setattr(death.char_dao, "get_char", lambda name: [name.upper()])
    monkeypatch.setattr("chars.death.char_dao.kill_char", kill)
    assert await death.die("ann") == "ANN"
    kill.assert_called_once_with("ann")


async def test_dao():
    with patch("chars.death.char_dao") as dao:
        dao.get_char.return_value = ["x"]
        assert await death.die("y") == "x"
        dao.kill_char.assert_called_once_with("y")
