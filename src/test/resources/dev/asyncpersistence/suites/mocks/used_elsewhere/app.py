import threading

from store import PlayerStore


class Mover:
    def __init__(self, store: PlayerStore):
        self.store = store
        self.lock = threading.Lock()

    def move(self, player_id, room):
        with self.lock:
            player = self.store.get_player(player_id)
            player["room"] = room
            self.store.save_player(player)


class App:
    def __init__(self, store: PlayerStore):
        self.store = store
        self.mover = Mover(store)


async def shutdown(app: App, player_ids):
    for player_id in player_ids:
        player = app.store.get_player(player_id)
        if player:
            app.store.save_player(player)


async def go(app: App, player_id, room):
    app.mover.move(player_id, room)
