from unittest.mock import Mock

import pytest

from layer import PersistenceLayer
from tavern import Tavern


@pytest.fixture
def guest_of_a_tavern(monkeypatch):
    monkeypatch.setattr(Tavern, "guest", Mock(return_value="Ann"))
    return Tavern.guest


@pytest.fixture
def lookup():
    tavern = Tavern(PersistenceLayer())

    def ask(key):
        return tavern.guest(key)

    return ask
