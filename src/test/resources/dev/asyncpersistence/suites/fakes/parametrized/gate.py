from store import PlayerStore


class Gate:
    def __init__(self, store: PlayerStore):
        self.store = store

    def is_open(self, player_id):
        player = self.store.get_player(player_id)
        return player is not None and player["level"] > 3

    async def state(self, player_id):
        return "open" if self.is_open(player_id) else "shut"


def greet(player_id, polite):
    return ("good day " if polite(player_id) else "hi ") + str(player_id)
