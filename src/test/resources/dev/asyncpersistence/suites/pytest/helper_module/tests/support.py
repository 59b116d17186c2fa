from app.db import Database
from app.users import create, karma_of


def empty(path):
    db = Database(path / "users.db")
    db.run("create table users (name, karma)")
    return db


def with_users(path, **users):
    db = empty(path)
    for name, karma in users.items():
        create(db, name, karma)
    return db


class Check:
    def __init__(self, db):
        self.db = db

    def karma(self, name, expected):
        assert karma_of(self.db, name) == expected
        return self
