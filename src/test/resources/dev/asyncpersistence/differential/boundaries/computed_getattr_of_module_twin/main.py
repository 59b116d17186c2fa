# Async: commands.do_count, commands.do_look
import asyncio

import commands
from layer import PersistenceLayer


async def main():
    db = PersistenceLayer()
    for name in "look", "count":
        print(commands.do_look(db, name="ann") if name == "look" else commands.do_count(db, "ann"))
    print(commands.do_count(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
