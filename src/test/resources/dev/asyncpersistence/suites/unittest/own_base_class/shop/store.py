import json
import pathlib


class ItemStore:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def get(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def put(self, name, item):
        (self.folder / name).write_text(json.dumps(item), encoding="utf-8")
