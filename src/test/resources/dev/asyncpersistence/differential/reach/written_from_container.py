# Awaits: app.state.async_persistence.gold
# After: app.state.async_persistence = box.async_persistence
"""What is written on an object of a class that isn't known is another object's layer."""
import asyncio
from types import SimpleNamespace

from pair import AsyncPersistenceLayer, PersistenceLayer

app = SimpleNamespace(state=SimpleNamespace())


class Box:
    def __init__(self):
        self.persistence = PersistenceLayer("archive")
        self.async_persistence = AsyncPersistenceLayer("archive")


def start(app, box: Box):
    app.state.persistence = box.persistence


async def show(app):
    print(app.state.persistence.gold("ann"), app.state.persistence.names())


start(app, Box())
asyncio.run(show(app))
