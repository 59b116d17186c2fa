# Awaits: request.app.state.async_persistence.load, self._async_persistence.gold
# After: app.state.async_persistence = async_persistence
# After: app.state.bank = Bank(async_persistence=async_persistence)
# After: app.state.other = Bank(async_persistence=app.state.async_persistence)
# After: def __init__(self, async_persistence: AsyncPersistenceLayer | None = None) -> None:
"""What an application's lifespan makes is kept in its state."""
import asyncio
from contextlib import asynccontextmanager
from types import SimpleNamespace

from routes import gold, load
from services import Bank
from pair import get_persistence


@asynccontextmanager
async def lifespan(app):
    persistence = get_persistence()
    app.state.persistence = persistence
    app.state.bank = Bank(persistence)
    app.state.other = Bank(persistence=app.state.persistence)
    yield
    print("stopped", persistence.names())


async def main():
    app = SimpleNamespace(state=SimpleNamespace())
    async with lifespan(app):
        request = SimpleNamespace(app=app)
        print(await gold(request, "ann"), await load(request, "bob"), await app.state.other.gold("bob"))


asyncio.run(main())
