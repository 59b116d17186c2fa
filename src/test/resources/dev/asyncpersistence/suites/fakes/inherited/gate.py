from store import PlayerStore


class Gate:
    def __init__(self, store: PlayerStore):
        self.store = store

    async def state(self, player_id):
        player = self.store.get_player(player_id)
        return "open" if player["level"] > 3 else "shut"
