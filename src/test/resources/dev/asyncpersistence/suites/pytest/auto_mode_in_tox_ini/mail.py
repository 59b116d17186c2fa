import layer


def address(db: layer.PersistenceLayer, key):
    row = db.load(key)
    if not row["name"]:
        return None
    return row["name"].lower() + "@example.org"


async def send(db: layer.PersistenceLayer, key, text):
    return address(db, key), text
