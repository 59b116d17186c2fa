# Prints: no admin
# Prints: notified ann
import asyncio
import functools

TASKS = set()


def background(function):
    @functools.wraps(function)
    def wrapper(*args):
        task = asyncio.ensure_future(function(*args))
        TASKS.add(task)

    return wrapper


def stepped(function):
    """Drives a coroutine that never waits."""

    @functools.wraps(function)
    def wrapper(*args):
        try:
            function(*args).send(None)
        except StopIteration as result:
            return result.value

    return wrapper


@background
async def notify(player):
    await asyncio.sleep(0)
    print("notified", player)


@stepped
async def is_admin(player):
    return False


async def main():
    notify("ann")
    if not is_admin("ann"):
        print("no admin")
    await asyncio.gather(*TASKS)


asyncio.run(main())
