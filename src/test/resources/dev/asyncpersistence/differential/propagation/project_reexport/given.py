from checks import RoomCheck


async def given(check: RoomCheck, key):
    return check.is_rich(key)
