import sqlite3
from contextlib import closing


class CoinStore:
    def __init__(self, path):
        self.path = str(path)
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("create table if not exists coins (user integer primary key, amount integer)")

    def get(self, user):
        with closing(sqlite3.connect(self.path)) as connection:
            row = connection.execute("select amount from coins where user = ?", (user,)).fetchone()
        return row[0] if row else 0

    def put(self, user, amount):
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("insert or replace into coins values (?, ?)", (user, amount))
