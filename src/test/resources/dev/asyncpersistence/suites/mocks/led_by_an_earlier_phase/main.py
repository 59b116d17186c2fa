from commands import look, who
from store import get_store


async def serve():
    return await look(get_store(), "ann"), await who(get_store(), "ann")
