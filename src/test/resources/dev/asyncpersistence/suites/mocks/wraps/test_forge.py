from unittest.mock import Mock, patch

from forge import Forge
from layer import PersistenceLayer
from ores import Ores


async def test_object():
    ores = Mock(wraps=Ores(PersistenceLayer()))
    assert await Forge(ores).smelt("ann") == "4 bars"
    ores.amount.assert_called_once_with("ann")
    ores.label.assert_called_once_with(4)


async def test_method():
    ores = Ores(PersistenceLayer())
    label = Mock(wraps=ores.label)
    with patch.object(ores, "amount", wraps=ores.amount) as amount, patch.object(ores, "label", label):
        assert await Forge(ores).smelt("bob") == "6 bars"
    amount.assert_called_once_with("bob")
    label.assert_called_once_with(6)


async def test_function():
    def amount(key):
        return 10

    ores = Mock(amount=Mock(wraps=amount), label=Mock(wraps=str))
    assert await Forge(ores).smelt("x") == "9"
    ores.amount.assert_called_once_with("x")
