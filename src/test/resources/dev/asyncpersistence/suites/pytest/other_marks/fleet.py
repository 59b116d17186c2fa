from layer import PersistenceLayer


def ships(db: PersistenceLayer):
    names = db.names()
    return [name.title() for name in names]


async def parade(db: PersistenceLayer):
    return ", ".join(ships(db))
