from contextlib import contextmanager

from ledger import set_gold


@contextmanager
def gold(db, key, amount):
    """Someone has some gold for a while."""
    before = db.rows[key]["gold"]
    set_gold(db, key, amount)
    try:
        yield key
    finally:
        set_gold(db, key, before)


@contextmanager
def twice(db, key, amount):
    with gold(db, key, amount * 2) as holder:
        yield holder
