from store import PlayerStore


async def look(store: PlayerStore, user):
    player = store.get_player(user)
    return player["room"] if player else "who are you?"


async def who(store: PlayerStore, user):
    player = await store.async_get_player(user)
    return player["name"] if player else "nobody"
