from chars.dao import char_dao


async def die(name):
    char = char_dao.get_char(name)
    if char is None:
        raise LookupError("no char " + name)
    char_dao.kill_char(name)
    return char[0]
