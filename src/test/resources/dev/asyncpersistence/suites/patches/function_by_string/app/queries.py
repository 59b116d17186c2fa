from layer import PersistenceLayer

db = PersistenceLayer()


def find_name(key):
    return db.load(key)["name"]
