async def gold(request, key):
    return await request.app.state.bank.gold(key)


async def load(request, key):
    persistence = request.app.state.persistence
    return persistence.load(key)
