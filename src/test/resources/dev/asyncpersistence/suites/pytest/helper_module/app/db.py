import sqlite3
from contextlib import closing


class Database:
    def __init__(self, path):
        self.path = path

    def run(self, sql, *values):
        with closing(sqlite3.connect(self.path)) as connection, connection:
            return connection.execute(sql, values).fetchall()
