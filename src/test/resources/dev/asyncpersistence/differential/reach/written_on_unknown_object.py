# Awaits: app.state.async_persistence.gold
# After: app.state.async_persistence = get_async_persistence()
"""The layer is written on an object of a class that isn't known."""
import asyncio
from types import SimpleNamespace

from pair import get_persistence

app = SimpleNamespace(state=SimpleNamespace())


def start(app):
    app.state.persistence = get_persistence()


async def show(app):
    print(app.state.persistence.gold("ann"), app.state.persistence.names())


start(app)
asyncio.run(show(app))
