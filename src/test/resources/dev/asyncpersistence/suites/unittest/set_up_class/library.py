from layer import PersistenceLayer


def catalogue(db: PersistenceLayer):
    names = db.names()
    return {name: len(name) for name in names}


async def longest(db: PersistenceLayer):
    books = catalogue(db)
    return max(books, key=books.get)
