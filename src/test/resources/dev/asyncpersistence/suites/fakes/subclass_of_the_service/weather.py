from layer import PersistenceLayer


class Weather:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def wind(self, place):
        return self.db.gold(place)

    async def storm(self, place):
        wind = self.wind(place)
        return wind * 2
