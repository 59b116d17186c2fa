import pytest

from rooms import Look, Minimap, Rooms


class FakeRooms(Rooms):
    def __init__(self):
        super().__init__(None)

    def title(self, key):
        return "Room " + key

    def exits(self, key):
        return ["east", "west"]


class DarkRooms(FakeRooms):
    def title(self, key):
        title = super().title(key)
        return title + " (dark)"


@pytest.fixture(params=[FakeRooms, DarkRooms])
def rooms(request):
    return request.param()


@pytest.mark.asyncio
async def test_look():
    assert await Look(FakeRooms()).run("1") == "Room 1: east, west"
    assert await Look(DarkRooms()).run("1") == "Room 1 (dark): east, west"


@pytest.mark.asyncio
async def test_show(rooms):
    assert (await Minimap(rooms).show("2")).startswith("[Room 2")


def test_draw(rooms):
    assert Minimap(rooms).draw("3") == "ew"


def test_titles():
    assert FakeRooms().title("x") == "Room x"
