# Async: set_up, report
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def set_up(key):
    db.save(key, {"name": key.title(), "gold": 1})


def report(key):
    print(key, db.gold(key))


async def serve():
    set_up("eve")
    print(db.peek("eve"))
    report("eve")


if __name__ == "__main__":
    asyncio.run(serve())
