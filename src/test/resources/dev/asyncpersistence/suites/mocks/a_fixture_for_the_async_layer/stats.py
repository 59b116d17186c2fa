from pair import AsyncPersistenceLayer


async def total(async_db: AsyncPersistenceLayer, keys):
    return sum([await async_db.gold(key) for key in keys])
