import pytest

from game.heroes import recruit


@pytest.fixture
def hero(hero, store):
    # On top of the other one.
    recruit(store, "bob", level=9)
    return hero
