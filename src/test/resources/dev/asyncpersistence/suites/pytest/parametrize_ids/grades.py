from layer import PersistenceLayer


def grade(db: PersistenceLayer, key, bonus=0):
    gold = db.gold(key) + bonus
    return "good" if gold > 5 else "poor"


async def grade_all(db: PersistenceLayer):
    return [grade(db, key) for key in db.names()]
