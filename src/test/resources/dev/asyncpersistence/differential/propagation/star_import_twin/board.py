def amount(db, key):
    return len(db.rows) + len(key)
