import asyncio
import json


class PlayerStore:
    def __init__(self, path):
        self.path = path

    def get_player(self, player_id):
        with open(self.path, encoding="utf-8") as file:
            return json.load(file).get(str(player_id))

    def save_player(self, player):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump({player["id"]: player}, file)

    async def async_get_player(self, player_id):
        return await asyncio.to_thread(self.get_player, player_id)

    async def async_save_player(self, player):
        return await asyncio.to_thread(self.save_player, player)


_store = None


def get_store():
    global _store
    if _store is None:
        _store = PlayerStore("players.json")
    return _store
