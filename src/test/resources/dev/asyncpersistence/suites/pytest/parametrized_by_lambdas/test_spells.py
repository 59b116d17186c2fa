import pytest

from layer import PersistenceLayer
from spells import Spells


@pytest.mark.parametrize(
    "ask, answer",
    [
        (lambda spells: spells.power("ann"), 6),
        (lambda spells: spells.known("eve"), False),
    ],
    ids=["power", "known"],
)
def test_asked(ask, answer):
    assert ask(Spells(PersistenceLayer())) == answer


@pytest.mark.parametrize("split", [lambda words: words.split(), lambda words: words.split(" ")])
def test_words(split):
    assert split(Spells(None).words()) == ["abra", "cadabra"]


async def test_cast():
    assert await Spells(PersistenceLayer()).cast("ann") == "abra cadabra"
