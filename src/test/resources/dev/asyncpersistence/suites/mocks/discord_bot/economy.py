import sqlite3


class CoinDatabase:
    def __init__(self, path):
        self.path = path

    def coins(self, user):
        with sqlite3.connect(self.path) as connection:
            return connection.execute("select coins from users where id = ?", (user,)).fetchone()[0]

    def set_coins(self, user, coins):
        with sqlite3.connect(self.path) as connection:
            connection.execute("insert or replace into users values (?, ?)", (user, coins))


class Economy:
    def __init__(self, database: CoinDatabase):
        self.database = database

    def pay(self, user, price):
        coins = self.database.coins(user)
        if coins < price:
            return False
        self.database.set_coins(user, coins - price)
        return True

    def open_account(self, user):
        self.database.set_coins(user, 100)
