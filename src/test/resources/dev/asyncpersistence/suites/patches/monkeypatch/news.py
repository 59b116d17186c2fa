from layer import PersistenceLayer

db = PersistenceLayer()


def headlines():
    return db.names()


def width():
    return 80


async def front_page():
    lines = [line[: width()] for line in headlines()]
    return lines[:2]
