import json
import pathlib


class RoomRepo:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def load_all(self):
        with open(self.folder / "rooms.json", encoding="utf-8") as file:
            return json.load(file)
