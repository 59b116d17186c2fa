from layer import PersistenceLayer


class Swimmers:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def speed(self, key):
        return self.db.gold(key)


class Race:
    def __init__(self, swimmers: Swimmers):
        self.swimmers = swimmers

    async def winner(self, keys):
        speeds = {key: self.swimmers.speed(key) for key in keys}
        return max(speeds, key=speeds.get)
