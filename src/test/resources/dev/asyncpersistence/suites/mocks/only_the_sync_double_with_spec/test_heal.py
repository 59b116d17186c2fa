from unittest.mock import MagicMock, Mock, create_autospec

from heal import Healer
from pair import PersistenceLayer


async def test_heal():
    db = Mock(spec=PersistenceLayer)
    db.load.return_value = {"hp": 1}
    assert await Healer(db).heal("ann") == 6
    db.load.assert_called_once_with("ann")
    db.save.assert_called_once_with("ann", {"hp": 6})


async def test_autospec():
    db = create_autospec(PersistenceLayer, instance=True)
    db.load.return_value = {"hp": 3}
    assert await Healer(db).heal("bob") == 8
    db.save.assert_called_once_with("bob", {"hp": 8})


def test_describe():
    assert Healer(MagicMock(spec=PersistenceLayer)).describe() == "MagicMock"
