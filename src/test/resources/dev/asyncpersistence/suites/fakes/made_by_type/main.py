from game import Game
from store import get_store


async def serve():
    return await Game(get_store()).where("ann")
