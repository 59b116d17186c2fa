# Async: Greeter.greet, RichGreeter.greet
import asyncio

from layer import PersistenceLayer


class Greeter:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def greet(self, key):
        return "hello " + key


class RichGreeter(Greeter):
    def greet(self, key):
        return super().greet(key) + " with " + str(self.db.gold(key))


async def welcome(greeter: Greeter, key):
    print(greeter.greet(key))


async def main():
    db = PersistenceLayer()
    await welcome(Greeter(db), "ann")
    await welcome(RichGreeter(db), "bob")


asyncio.run(main())
