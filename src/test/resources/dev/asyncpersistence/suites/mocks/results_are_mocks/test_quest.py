from unittest.mock import MagicMock, Mock

from journal import Journal
from layer import PersistenceLayer
from quest import Quest


async def test_mock_returned():
    page = Mock(title="a tale")
    journal = Mock()
    journal.page.return_value = page
    assert await Quest(journal).finish("ann") == "A TALE"
    page.add.assert_called_once_with("done")
    page.author.praise.assert_called_once_with()
    journal.page.assert_called_once_with("ann")


async def test_deep():
    journal = MagicMock()
    journal.page.return_value.title = "poem"
    assert await Quest(journal).finish("bob") == "POEM"
    journal.page.return_value.add.assert_called_once_with("done")
    journal.page.return_value.author.praise.assert_called_once_with()


async def test_deep_by_keywords():
    journal = Mock(**{"page.return_value.title": "song"})
    assert await Quest(journal).finish("eve") == "SONG"
    assert journal.page.return_value.add.call_count == 1
    assert journal.page.call_count == 1


async def test_for_real():
    assert await Quest(Journal(PersistenceLayer())).finish("ann") == "ANN"
