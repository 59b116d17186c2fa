import pytest

from store import PlayerStore, get_store


@pytest.fixture
def store(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    return get_store()


def test_roundtrip(store: PlayerStore):
    store.save_player({"id": 1, "level": 1})
    assert store.get_player(1) == {"id": 1, "level": 1}


def test_unknown(store: PlayerStore):
    store.save_player({"id": 2, "level": 1})
    assert store.get_player("2 or 1 = 1") is None
