from layer import PersistenceLayer

db = PersistenceLayer()


def addresses(kind):
    names = db.names()
    return [f"{name}@{kind}" for name in names]
