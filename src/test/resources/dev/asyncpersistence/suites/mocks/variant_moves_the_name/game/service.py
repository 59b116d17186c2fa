from game.store import PlayerStore


class LevelService:
    def __init__(self, store: PlayerStore):
        self.store = store

    async def level_up(self, player_id):
        player = self.store.get_player(player_id)
        player["level"] = player["level"] + 1
        self.store.save_player(player)
        return player["level"]
