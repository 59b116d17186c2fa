import pytest

from world import World


class StubRepo:
    def room(self, number):
        return {"text": f" room {number} "}


class StubWorld(World):
    def room_text(self, room):
        return f"stub {room}"


@pytest.fixture
def world():
    return World(StubRepo())


def test_room_text(world):
    assert world.room_text(3) == "room 3"


@pytest.mark.asyncio
@pytest.mark.parametrize("line, answer", [("look", "room 1"), ("wait", "..."), ("dance", "huh?")])
async def test_run(world, line, answer):
    assert await world.run({"room": 1}, line) == answer


@pytest.mark.asyncio
async def test_stub():
    assert await StubWorld(None).run({"room": 5}, "look") == "stub 5"
