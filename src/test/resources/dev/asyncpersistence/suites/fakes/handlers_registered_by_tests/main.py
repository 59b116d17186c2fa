from commands import Commands, look
from store import get_store


async def serve(lines):
    commands = Commands()
    return [await commands.run(line, "ann", get_store()) for line in lines] + [await look({}, "ann", get_store())]
