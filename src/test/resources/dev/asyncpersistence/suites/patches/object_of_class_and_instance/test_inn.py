from unittest.mock import patch

from inn import Inn
from layer import PersistenceLayer


async def test_class():
    with patch.object(Inn, "free", return_value=0) as free:
        assert await Inn(None).board("monday") == "full"
    free.assert_called_once()


async def test_class_with_autospec():
    inn = Inn(None)
    with patch.object(Inn, "free", autospec=True) as free:
        free.return_value = 1
        assert await inn.board("monday") == "1 free"
        free.assert_called_once_with(inn, "monday")


async def test_instance():
    inn = Inn(PersistenceLayer())
    with patch.object(inn, "free", side_effect=[2, 0]):
        assert await inn.board("a") == "2 free"
        assert await inn.board("b") == "full"
