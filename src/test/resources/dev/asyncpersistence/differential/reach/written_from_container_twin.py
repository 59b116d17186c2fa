# Awaits: none
"""What is written in two places on objects of a class that isn't known has an async layer within reach in only one."""
import asyncio
from types import SimpleNamespace

from pair import AsyncPersistenceLayer, PersistenceLayer


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


def start(app, box: Box):
    app.state.persistence = box.persistence


def start_other(app):
    app.state.persistence = PersistenceLayer("other")


async def show(app):
    print(app.state.persistence.gold("ann"), app.state.persistence.names())


async def main():
    app = SimpleNamespace(state=SimpleNamespace())
    start(app, Box())
    await show(app)
    start_other(app)
    await show(app)


asyncio.run(main())
