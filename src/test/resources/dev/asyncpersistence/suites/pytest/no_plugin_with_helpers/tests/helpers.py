from cards import hand_of
from layer import PersistenceLayer


def hand(key):
    return "".join(hand_of(PersistenceLayer(), key))


def check_hand(key, expected):
    assert hand(key) == expected
