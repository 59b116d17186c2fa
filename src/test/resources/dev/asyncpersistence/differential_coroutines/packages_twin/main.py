# Prints: 9 1
import asyncio

from app import rights as r
from app.users import Users


async def main():
    rights = r.Rights(Users())
    print(rights.level(await rights.admin("ann")), rights.level(await rights.admin("bob")))


asyncio.run(main())
