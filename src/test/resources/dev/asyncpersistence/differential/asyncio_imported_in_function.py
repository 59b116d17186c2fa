# Still blocks: 1
from layer import PersistenceLayer


async def work(db: PersistenceLayer):
    print(db.gold("ann"))
    import asyncio

    await asyncio.sleep(0)
    print(db.gold("bob"))


def main():
    import asyncio

    asyncio.run(work(PersistenceLayer()))


main()
