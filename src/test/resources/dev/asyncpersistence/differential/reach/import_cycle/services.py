class Bank:
    def __init__(self, db):
        self.db = db

    async def run(self):
        print(self.db.gold("ann"), self.db.names())
