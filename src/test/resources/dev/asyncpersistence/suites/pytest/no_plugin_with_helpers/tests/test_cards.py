import asyncio

from cards import deal, shuffled
from layer import PersistenceLayer

from .helpers import check_hand, hand


def test_hand():
    assert hand("ann") == "Ann"


def test_checked():
    check_hand("bob", "Bob")


def test_shuffled():
    assert shuffled([1, 2]) == [2, 1]


def test_deal():
    assert asyncio.run(deal(PersistenceLayer(), ["ann"])) == [["n", "n", "A"]]
