from layer import PersistenceLayer


class Rooms:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def title(self, key):
        return self.db.load(key)["name"]

    def exits(self, key):
        return ["north"]


class Look:
    def __init__(self, rooms: Rooms):
        self.rooms = rooms

    async def run(self, key):
        return f"{self.rooms.title(key)}: {', '.join(self.rooms.exits(key))}"


class Minimap:
    def __init__(self, rooms: Rooms):
        self.rooms = rooms

    def draw(self, key):
        return "".join(exit[0] for exit in self.rooms.exits(key))

    async def show(self, key):
        return f"[{self.rooms.title(key)}] {self.draw(key)}"
