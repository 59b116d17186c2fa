from types import SimpleNamespace

import pytest

from gate import Gate, greet


def never(player_id):
    return False


def rude(player_id):
    return False


@pytest.mark.parametrize(
    ("is_open", "state"), [(lambda player_id: True, "open"), (never, "shut")], ids=["always", "never"]
)
async def test_state(is_open, state):
    gate = Gate(None)
    gate.is_open = is_open
    assert await gate.state(1) == state


@pytest.mark.parametrize("polite", [lambda player_id: False, rude])
def test_greet(polite):
    assert greet(1, polite) == "hi 1"


class Low:
    def get_player(self, player_id):
        return {"level": 1}


class High:
    def get_player(self, player_id):
        return {"level": 4}


@pytest.fixture(params=[Low, High])
def store(request):
    return request.param()


@pytest.mark.parametrize("is_open", [pytest.param(lambda player_id: True, id="yes")])
async def test_stub(is_open):
    gate = Gate(SimpleNamespace())
    gate.is_open = is_open
    assert await gate.state(2) == "open"


async def test_fixture(store):
    assert await Gate(store).state(1) == ("open" if isinstance(store, High) else "shut")
