from layer import PersistenceLayer


def title(db: PersistenceLayer, key):
    name = db.load(key)["name"]
    return f"sir {name}".upper()


def motto():
    return "all for one"


async def announce(db: PersistenceLayer, key):
    return "welcome " + title(db, key)
