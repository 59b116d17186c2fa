from pair import get_persistence


async def rename(key, name):
    persistence = get_persistence()
    row = persistence.load(key)
    row["name"] = name.strip()
    persistence.save(key, row)
    return row
