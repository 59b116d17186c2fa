# Awaits: none
"""The layer that is written on an object of a class that isn't known is made in place."""
import asyncio
from types import SimpleNamespace

from pair import PersistenceLayer

app = SimpleNamespace(state=SimpleNamespace())


def start(app):
    app.state.persistence = PersistenceLayer("archive")


async def show(app):
    print(app.state.persistence.gold("ann"), app.state.persistence.names())


start(app)
asyncio.run(show(app))
