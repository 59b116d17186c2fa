# Async: Bank.on_join
import asyncio

from layer import PersistenceLayer


class Bus:
    def __init__(self):
        self.handlers = []

    def subscribe(self, handler):
        self.handlers.append(handler)

    def publish(self, key):
        for handler in self.handlers:
            handler(key)


class Bank:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def on_join(self, key):
        print("joined", key, self.db.gold(key))

    async def run(self):
        bus = Bus()
        bus.subscribe(print)
        self.on_join("ann")
        bus.publish("ann")
        bus.publish("bob")


async def main():
    bank = Bank(PersistenceLayer())
    await bank.run()
    print(bank.db.log, bank.db.rows)


asyncio.run(main())
