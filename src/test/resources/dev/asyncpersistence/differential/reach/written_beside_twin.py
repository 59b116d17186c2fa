# Awaits: none
"""The async layer that is written beside the sync one is that of another database."""
import asyncio
from types import SimpleNamespace

from pair import AsyncPersistenceLayer, PersistenceLayer

app = SimpleNamespace(state=SimpleNamespace())


def start(app):
    app.state.persistence = PersistenceLayer("archive")
    app.state.async_persistence = AsyncPersistenceLayer("main")


async def show(request):
    print(request.app.state.persistence.gold("ann"), request.app.state.persistence.names())


start(app)
asyncio.run(show(SimpleNamespace(app=app)))
