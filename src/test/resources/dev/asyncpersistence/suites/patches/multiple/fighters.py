from layer import PersistenceLayer

db = PersistenceLayer()


def power(key):
    return db.gold(key)


def note(key):
    db.save("last", {"gold": 0, "name": key})


def shout(key):
    return key.upper() + "!"
