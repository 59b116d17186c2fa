from layer import PersistenceLayer


def crew(db: PersistenceLayer, key):
    size = db.gold(key)
    return size + 1


async def sail(db: PersistenceLayer, key):
    return f"{crew(db, key)} aboard"
