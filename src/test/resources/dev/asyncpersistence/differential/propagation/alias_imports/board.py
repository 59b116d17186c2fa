def amount(db, key):
    return len(key) + len(db.rows)
