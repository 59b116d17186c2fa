from heal import Healer


async def test_heal(mock_persistence):
    mock_persistence.load.return_value = {"hp": 2}
    assert await Healer(mock_persistence).heal("ann") == 7
    mock_persistence.save.assert_called_once_with("ann", {"hp": 7})
