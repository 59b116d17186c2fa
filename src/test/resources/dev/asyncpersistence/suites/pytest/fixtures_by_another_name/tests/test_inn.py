from inn import reception


async def test_reception(visitors_name):
    assert await reception("ann") == "Welcome, Ann!"
    visitors_name.assert_called_once_with("ann")
