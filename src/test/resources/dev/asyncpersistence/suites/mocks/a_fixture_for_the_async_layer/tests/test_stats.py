from stats import total


async def test_total(mock_async_persistence):
    mock_async_persistence.gold.side_effect = [1, 2]
    assert await total(mock_async_persistence, "ab") == 3
