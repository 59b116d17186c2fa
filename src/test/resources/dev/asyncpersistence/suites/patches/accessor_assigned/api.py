from pair import get_persistence


async def show(key):
    persistence = get_persistence()
    name = persistence.load(key)["name"]
    return name.upper()


def names():
    return get_persistence().names()
