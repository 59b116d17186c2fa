from unittest.mock import Mock

import pytest

import api


@pytest.fixture
def persistence(monkeypatch):
    persistence = Mock()
    persistence.load.return_value = {"name": "?"}
    monkeypatch.setattr(api, "get_persistence", lambda: persistence)
    return persistence


async def test_rename(persistence):
    assert await api.rename("ann", " Ann ") == {"name": "Ann"}
    persistence.load.assert_called_once_with("ann")
    persistence.save.assert_called_once_with("ann", {"name": "Ann"})


async def test_fails(persistence):
    persistence.save.side_effect = OSError
    with pytest.raises(OSError):
        await api.rename("bob", "x")
