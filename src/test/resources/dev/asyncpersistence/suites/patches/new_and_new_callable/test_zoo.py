from unittest.mock import MagicMock, Mock, patch

import zoo


@patch("zoo.hungry", new=Mock(return_value=True))
async def test_new():
    assert await zoo.feed(["a"]) == {"a": "hay"}


@patch("zoo.food", new_callable=Mock)
@patch("zoo.hungry", new_callable=MagicMock)
async def test_new_callable(hungry, food):
    hungry.return_value = True
    food.return_value = "fish"
    assert await zoo.feed(["seal"]) == {"seal": "fish"}
    hungry.assert_called_once_with("seal")
    food.assert_called_once_with()


async def test_positional():
    hungry = Mock(side_effect=[True, False])
    with patch("zoo.hungry", hungry), patch.object(zoo, "food", Mock(return_value=1)):
        assert await zoo.feed(["a", "b"]) == {"a": 1}
    assert hungry.call_count == 2


async def test_function():
    def never(key):
        return False

    with patch("zoo.hungry", never):
        assert await zoo.feed(["a"]) == {}
