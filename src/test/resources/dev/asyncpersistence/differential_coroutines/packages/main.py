# Async: app.rights.Rights.level
# Prints: 9 1
# Before: 9 9
import asyncio

from app import rights as r
from app.users import Users


async def main():
    rights = r.Rights(Users())
    print(rights.level("ann"), rights.level("bob"))


asyncio.run(main())
