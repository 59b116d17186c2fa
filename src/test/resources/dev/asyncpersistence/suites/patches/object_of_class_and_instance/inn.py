from layer import PersistenceLayer


class Inn:
    def __init__(self, db: PersistenceLayer):
        self.db = db

    def free(self, night):
        return 3 - self.db.gold(night)

    async def board(self, night):
        beds = self.free(night)
        return "full" if beds < 1 else f"{beds} free"
