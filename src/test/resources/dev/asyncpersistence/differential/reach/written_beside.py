# Awaits: request.app.state.async_persistence.gold
"""Both layers are written on an object of a class that isn't known."""
import asyncio
from types import SimpleNamespace

from pair import AsyncPersistenceLayer, PersistenceLayer

app = SimpleNamespace(state=SimpleNamespace())


def start(app):
    app.state.persistence = PersistenceLayer("archive")
    app.state.async_persistence = AsyncPersistenceLayer("archive")


async def show(request):
    print(request.app.state.persistence.gold("ann"), request.app.state.persistence.names())


start(app)
asyncio.run(show(SimpleNamespace(app=app)))
