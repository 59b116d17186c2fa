from layer import PersistenceLayer


def can_pay(db: PersistenceLayer, key, amount):
    gold = db.gold(key)
    return True if gold >= amount else False


def fee(amount):
    return amount // 10


async def pay(db: PersistenceLayer, key, amount):
    if not can_pay(db, key, amount):
        raise ValueError("too poor")
    return fee(amount)
