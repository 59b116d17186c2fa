def amount(db, key):
    return len(db.rows) * 10 + len(key)
