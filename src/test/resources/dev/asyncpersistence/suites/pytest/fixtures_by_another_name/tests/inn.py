from layer import PersistenceLayer
from tavern import Tavern


async def reception(key):
    return await Tavern(PersistenceLayer()).greet(key)
