from db import get_store


async def unlock(key):
    value = get_store().fetch(key)
    return f"unlocked {value}"
