# Left: OFF_LOOP 2
# Unchanged
import asyncio

from layer import PersistenceLayer

db = PersistenceLayer()


def set_up(key):
    db.save(key, {"name": key.title(), "gold": 1})


def report(key):
    print(key, db.gold(key))


async def serve():
    print(db.peek("eve"))


if __name__ == "__main__":
    set_up("eve")
    asyncio.run(serve())
    report("eve")
