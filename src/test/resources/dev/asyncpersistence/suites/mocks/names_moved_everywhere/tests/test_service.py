from types import SimpleNamespace
from unittest.mock import MagicMock, Mock, call

from inventory.service import Bags
from inventory.store import BagStore


async def test_keywords():
    store = Mock(**{"items.return_value": ["rope"], "slots.return_value": 4})
    assert await Bags(store).empty("ann") == 3
    assert store.items.call_args == call("ann")
    store.drop.assert_called_once_with("ann", "rope")


async def test_spec():
    store = MagicMock(spec=BagStore)
    store.items.return_value = ["a", "b"]
    store.slots.return_value = 2
    assert await Bags(store).empty("bob") == 0
    store.drop.assert_has_calls([call("bob", "a"), call("bob", "b")])


async def test_namespace():
    dropped = []
    store = SimpleNamespace(
        items=lambda owner: ["x"],
        drop=lambda owner, item: dropped.append(item),
        slots=lambda: 1,
    )
    assert await Bags(store).empty("eve") == 0
    assert dropped == ["x"]


async def test_order():
    store = Mock()
    store.items.return_value = ["y"]
    store.slots.return_value = 1
    await Bags(store).empty("ann")
    assert store.mock_calls == [call.items("ann"), call.drop("ann", "y"), call.slots()]
