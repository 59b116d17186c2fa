from store import PlayerStore


class Game:
    def __init__(self, store: PlayerStore):
        self.store = store

    async def where(self, player_id):
        player = self.store.get_player(player_id)
        return player["room"] if player else "nowhere"

    async def rest(self, player):
        self.store.save_player(player)
        return "zzz"
