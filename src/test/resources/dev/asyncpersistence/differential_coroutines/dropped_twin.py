# Prints: ['first', 'second', 'third', 'fourth']
import asyncio

SAVED = []
TASKS = set()


async def save(text):
    await asyncio.sleep(0)
    SAVED.append(text)


def later(pending):
    task = asyncio.get_running_loop().create_task(pending)
    TASKS.add(task)
    task.add_done_callback(TASKS.discard)


async def main():
    later(save("first"))
    task = asyncio.create_task(save("second"))
    await asyncio.gather(save("third"), *[save("fourth")])
    await task
    print(SAVED)


asyncio.run(main())
