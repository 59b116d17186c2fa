from layer import PersistenceLayer


def index(db: PersistenceLayer):
    names = db.names()
    return {name[0]: name for name in names}


async def find(db: PersistenceLayer, letter):
    entries = index(db)
    return entries.get(letter, "nobody")
