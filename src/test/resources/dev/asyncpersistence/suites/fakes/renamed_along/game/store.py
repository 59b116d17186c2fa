import asyncio
import json


class PlayerStore:
    def __init__(self, path):
        self.path = path

    def get_player(self, name):
        with open(self.path, encoding="utf-8") as file:
            return json.load(file).get(name)

    def save_player(self, name, player):
        with open(self.path, "w", encoding="utf-8") as file:
            json.dump({name: player}, file)

    async def async_get_player(self, name):
        return await asyncio.to_thread(self.get_player, name)

    async def async_save_player(self, name, player):
        await asyncio.to_thread(self.save_player, name, player)
