from layer import PersistenceLayer

db = PersistenceLayer()


async def look(words):
    room = db.load(words[0])
    return f"you see {room['name']}"


async def wait(words):
    return "time passes"


COMMANDS = {"look": look, "wait": wait}


async def handle(line):
    name, *words = line.split()
    command = COMMANDS.get(name)
    return await command(words) if command else "what?"
