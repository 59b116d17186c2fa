import pytest

from layer import PersistenceLayer
from quests import Quests


@pytest.mark.asyncio
async def test_finish(mocker):
    quests = Quests(mocker.Mock())
    finished = mocker.patch.object(quests, "finished", return_value=7)
    rewarded = mocker.patch.object(quests, "reward")
    assert await quests.finish("ann") == 7
    finished.assert_called_once_with("ann")
    rewarded.assert_called_once_with("ann", 8)


@pytest.mark.asyncio
async def test_spied(mocker):
    db = PersistenceLayer()
    quests = Quests(db)
    finished = mocker.spy(quests, "finished")
    await quests.finish("ann")
    assert finished.call_count == 1
    assert db.rows["ann"] == {"gold": 6}


@pytest.mark.asyncio
async def test_by_name(mocker):
    mocker.patch("quests.Quests.finished", return_value=1)
    db = mocker.MagicMock()
    await Quests(db).finish("bob")
    db.save.assert_called_once_with("bob", {"gold": 2})
