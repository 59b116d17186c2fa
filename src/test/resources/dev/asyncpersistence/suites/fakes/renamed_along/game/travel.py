from game.store import PlayerStore


class Travel:
    def __init__(self, store: PlayerStore):
        self.store = store

    async def go(self, name, room):
        player = self.store.get_player(name)
        if player is None:
            return None
        player["room"] = room.lower()
        self.store.save_player(name, player)
        return player["room"]
