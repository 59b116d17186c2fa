from unittest.mock import MagicMock, patch

import api
import names
import pair


class FakeLayer:
    def load(self, key):
        return {"name": key * 2}


async def test_show():
    with patch("pair.get_persistence") as get_persistence:
        get_persistence.return_value.load.return_value = {"name": "Ann"}
        assert await api.show("ann") == "ANN"
        get_persistence.return_value.load.assert_called_once_with("ann")


async def test_object():
    layer = MagicMock()
    layer.load.return_value = {"name": "Eve"}
    with patch.object(api.pair, "get_persistence", return_value=layer):
        assert await api.show("eve") == "EVE"


async def test_fake():
    with patch("pair.get_persistence", return_value=FakeLayer()):
        assert await api.show("bo") == "BOBO"


def test_names():
    # The sync layer is asked here.
    with patch.object(pair, "get_persistence") as get_persistence:
        get_persistence.return_value.names.return_value = ["Bob"]
        assert names.names() == ["Bob"]
