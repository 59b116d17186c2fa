import sqlite3


class WorldRepo:
    def __init__(self, path):
        self.path = path

    def room(self, number):
        connection = sqlite3.connect(self.path)
        row = connection.execute("select text from rooms where id = ?", (number,)).fetchone()
        return {"text": row[0]}
