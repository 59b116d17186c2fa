async def level_up(player_id):
    from store import get_store

    store = get_store()
    player = store.get_player(player_id)
    player["level"] = player["level"] + 1
    store.save_player(player)
    return player["level"]
