from unittest.mock import MagicMock

from stage import Stage


def staged(found):
    actors = MagicMock()
    actors.find.return_value = found
    light = MagicMock()
    return Stage(actors, light), actors, light


async def test_open(actors, light):
    assert await Stage(actors, light).open("ann")
    actors.find.assert_called_once_with("ann")
    light.on.assert_called_once_with("Ann")


async def test_nobody(nobody, light):
    assert not await Stage(nobody, light).open("eve")
    light.on.assert_not_called()


async def test_tuple():
    stage, actors, light = staged("Bob")
    assert await stage.open("bob")
    actors.find.assert_called_once_with("bob")
    light.on.assert_called_once_with("Bob")
