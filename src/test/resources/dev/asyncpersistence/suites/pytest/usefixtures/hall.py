from layer import PersistenceLayer

db = PersistenceLayer()


def enter(key):
    row = db.load(key)
    row["inside"] = True
    db.save(key, row)


def is_inside(key):
    return db.load(key).get("inside", False)


async def visit(key):
    if not is_inside(key):
        enter(key)
    return "seen " + key
