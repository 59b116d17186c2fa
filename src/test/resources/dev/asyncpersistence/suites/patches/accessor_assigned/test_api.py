from unittest.mock import Mock

import pytest

import api


class FakeLayer:
    def load(self, key):
        return {"name": key * 2}


@pytest.fixture
def persistence():
    before = api.get_persistence
    layer = Mock()
    api.get_persistence = Mock(return_value=layer)
    yield layer
    api.get_persistence = before


async def test_show(persistence):
    persistence.load.return_value = {"name": "Ann"}
    assert await api.show("ann") == "ANN"
    persistence.load.assert_called_once_with("ann")


async def test_fake():
    before = api.get_persistence
    fake = FakeLayer()
    api.get_persistence = lambda: fake
    try:
        assert await api.show("bo") == "BOBO"
    finally:
        api.get_persistence = before


def test_names():
    before = api.get_persistence
    api.get_persistence = Mock()
    api.get_persistence.return_value.names.return_value = ["Bob"]
    assert api.names() == ["Bob"]
    api.get_persistence = before
