# Prints: called notify
# Prints: notified ann
# Prints: called is_admin
# Prints: no admin
# Before: was never awaited
import asyncio
import functools


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args):
        print("called", function.__name__)
        return await function(*args)

    return wrapper


@timed
async def notify(player):
    print("notified", player)


@timed
async def is_admin(player):
    return False


async def main():
    notify("ann")
    if not is_admin("ann"):
        print("no admin")


asyncio.run(main())
