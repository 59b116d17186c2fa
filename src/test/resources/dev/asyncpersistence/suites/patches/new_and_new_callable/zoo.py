from layer import PersistenceLayer

db = PersistenceLayer()


def hungry(key):
    return db.gold(key) < 6


def food():
    return "hay"


async def feed(keys):
    fed = [key for key in keys if hungry(key)]
    return {key: food() for key in fed}
