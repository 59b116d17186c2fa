from contextlib import contextmanager


@contextmanager
def renamed(db, key, name):
    before = db.rows[key]["name"]
    db.rows[key]["name"] = name
    yield
    db.rows[key]["name"] = before
