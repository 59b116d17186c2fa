from pair import AsyncPersistenceLayer, PersistenceLayer


class State:
    persistence: PersistenceLayer
    async_persistence: AsyncPersistenceLayer


class App:
    state: State


class Request:
    app: App


async def read_player(name: str, request: Request):
    persistence = request.app.state.persistence
    player = persistence.load(name)
    if not player:
        return {"status": 404}
    return {"status": 200, "name": player["name"].title()}


async def gold(name: str, request: Request):
    return await request.app.state.async_persistence.gold(name)
