import pair


async def show(key):
    persistence = pair.get_persistence()
    name = persistence.load(key)["name"]
    return name.upper()
