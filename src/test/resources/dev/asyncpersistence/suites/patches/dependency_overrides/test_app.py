from unittest.mock import MagicMock

import pytest

from app import app, get_store
from store import ItemStore


@pytest.fixture
def store():
    store = MagicMock(spec=ItemStore)
    app.dependency_overrides[get_store] = lambda: store
    yield store
    app.dependency_overrides.clear()


async def test_items(store):
    store.find.return_value = ["b", "a"]
    assert await app.call("/items", prefix="x") == {"items": ["a", "b"]}
    store.find.assert_called_once_with("x")


async def test_for_real(tmp_path):
    (tmp_path / "sword").touch()
    app.dependency_overrides[get_store] = lambda: ItemStore(tmp_path)
    assert await app.call("/items", prefix="s") == {"items": ["sword"]}
