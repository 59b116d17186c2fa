from layer import PersistenceLayer


def do_count(db: PersistenceLayer, key):
    return db.gold(key)


def do_look(db: PersistenceLayer, name):
    return db.load(name)["name"]
