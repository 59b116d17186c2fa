# Lifted: commands.do_count
# Left: UNRESOLVED_CALLER 2
# Still blocks: 2
import asyncio

import commands
from layer import PersistenceLayer


async def main():
    db = PersistenceLayer()
    for name in "look", "count":
        print(getattr(commands, "do_" + name)(db, "ann"))
    print(commands.do_count(db, "bob"))
    print(db.log, db.rows)


asyncio.run(main())
