from unittest.mock import MagicMock, patch

import pytest

import api


@pytest.mark.asyncio
async def test_show():
    with patch("api.get_persistence") as get_persistence:
        get_persistence.return_value.load.return_value = {"name": "Ann"}
        assert await api.show("ann") == "ANN"
        get_persistence.return_value.load.assert_called_once_with("ann")


@pytest.mark.asyncio
@patch("api.get_persistence")
async def test_missing(get_persistence):
    layer = MagicMock()
    layer.load.side_effect = ConnectionError("down")
    get_persistence.return_value = layer
    with pytest.raises(ConnectionError):
        await api.show("ann")
