from unittest.mock import Mock, patch

import api


@patch("api.get_store")
async def test_unlock(get_store):
    get_store.return_value.fetch.return_value = "gate"
    assert await api.unlock("a") == "unlocked gate"
    get_store.return_value.fetch.assert_called_once_with("a")


async def test_object():
    store = Mock(**{"fetch.return_value": "door"})
    with patch.object(api, "get_store", return_value=store):
        assert await api.unlock("b") == "unlocked door"
    assert store.fetch.call_count == 1


async def test_monkeypatched(monkeypatch):
    monkeypatch.setattr("db._store.fetch", lambda key: key * 2)
    assert await api.unlock("c") == "unlocked cc"
