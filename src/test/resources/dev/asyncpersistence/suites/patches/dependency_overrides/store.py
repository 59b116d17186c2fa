import pathlib


class ItemStore:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def find(self, prefix):
        return [path.name for path in self.folder.glob(prefix + "*")]
