from layer import PersistenceLayer


class Stations:
    limit = 10

    def __init__(self, db: PersistenceLayer):
        self.db = db

    def wind(self, place):
        return self.db.gold(place)

    def unit(self):
        return "knots"
