import pytest

from game.heroes import recruit
from game.store import HeroStore


@pytest.fixture
def store(tmp_path):
    store = HeroStore(tmp_path / "heroes.json")
    store.write({})
    return store


@pytest.fixture
def hero(store):
    return recruit(store, "ann", level=3)
