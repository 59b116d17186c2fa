from checks.room import RoomCheck
from layer import PersistenceLayer


async def direct(key):
    check = RoomCheck(PersistenceLayer())
    return check.is_rich(key)
