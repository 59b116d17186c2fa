from chars.dao import dao


async def die(name):
    char = dao.get_char(name)
    if char is None:
        raise LookupError("no char " + name)
    dao.kill_char(name)
    return char[0]
