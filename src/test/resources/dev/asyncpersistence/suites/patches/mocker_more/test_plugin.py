import pytest

import plugin
from votes import Votes


@pytest.fixture
def votes(mocker):
    return mocker.create_autospec(Votes, instance=True)


async def test_patch(mocker, votes):
    tally = mocker.patch("plugin.tally", return_value=3)
    clean = mocker.patch("plugin.clean", side_effect=lambda text: text + "!")
    assert await plugin.Poll(votes).close("p") == " 3 votes!"
    tally.assert_called_once_with("p")
    clean.assert_called_once_with(" 3 votes")
    votes.store.assert_called_once_with("p", 3)


async def test_stub(mocker):
    votes = mocker.Mock(spec=Votes)
    tally = mocker.stub(name="tally")
    tally.return_value = 8
    mocker.patch.object(plugin, "tally", tally)
    assert await plugin.Poll(votes).close("p") == "8 votes"
    tally.assert_called_once_with("p")
    assert votes.store.call_args == mocker.call("p", 8)


async def test_spy(mocker):
    spy = mocker.spy(plugin, "clean")
    stored = mocker.spy(Votes, "store")
    votes = Votes()
    assert await plugin.Poll(votes).close("ann") == "5 votes"
    spy.assert_called_once_with(" 5 votes")
    assert spy.spy_return == "5 votes"
    stored.assert_called_once_with(votes, "ann", 5)
    assert stored.spy_return is None
