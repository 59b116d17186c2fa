# Async: checks.room.RoomCheck.is_rich
"""A class is imported from its package by some, and from its file by others."""
import asyncio

from checks import RoomCheck
from direct import direct
from given import given
from layer import PersistenceLayer


async def main():
    check = RoomCheck(PersistenceLayer())
    print(check.is_rich("ann"), await direct("bob"), await given(check, "eve"))


asyncio.run(main())
