from unittest.mock import Mock

import pytest

from layer import PersistenceLayer
from tavern import Tavern


class TavernTests:
    @pytest.fixture
    def tavern(self):
        return Tavern(PersistenceLayer())

    @pytest.fixture
    def guest(self, monkeypatch):
        monkeypatch.setattr(Tavern, "guest", Mock(return_value="Ann"))
        return Tavern.guest

    @pytest.fixture
    def regular(self, tavern):
        return tavern.guest("bob")
