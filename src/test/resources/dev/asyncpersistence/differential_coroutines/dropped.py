# Prints: ['first', 'second', 'third']
# Before: coroutine 'save' was never awaited
import asyncio

SAVED = []


async def save(text):
    await asyncio.sleep(0)
    SAVED.append(text)


async def main():
    save("first")
    try:
        save("second")
    finally:
        save("third") if SAVED else None
    print(SAVED)


asyncio.run(main())
