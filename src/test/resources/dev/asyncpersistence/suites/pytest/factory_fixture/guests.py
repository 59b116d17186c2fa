from layer import PersistenceLayer


def register(db: PersistenceLayer, key, name=""):
    row = {"name": name or key.title(), "gold": 0}
    db.save(key, row)
    return row


def greet(row):
    return "hello " + row["name"]


async def welcome(db: PersistenceLayer, key):
    return greet(register(db, key))
