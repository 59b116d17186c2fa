from layer import PersistenceLayer


def newest(db: PersistenceLayer):
    names = db.names()
    return names[-1]


async def page(db: PersistenceLayer):
    return f"<b>{newest(db)}</b>"
