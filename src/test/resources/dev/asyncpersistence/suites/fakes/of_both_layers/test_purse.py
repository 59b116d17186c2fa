from pair import AsyncPersistenceLayer, PersistenceLayer
from purse import Purse


class FakeLayer(PersistenceLayer):
    def __init__(self, rows):
        self.rows = rows

    def load(self, key):
        return self.rows[key]

    def save(self, key, value):
        self.rows[key] = value

    def names(self):
        return list(self.rows)


class FakeAsyncLayer(AsyncPersistenceLayer):
    def __init__(self, rows):
        self.rows = rows

    async def load(self, key):
        return self.rows[key]

    async def save(self, key, value):
        self.rows[key] = value


async def test_spend():
    rows = {"ann": {"gold": 9}}
    purse = Purse(FakeLayer(rows), FakeAsyncLayer(rows))
    assert await purse.spend("ann", 2) == 1
    assert rows == {"ann": {"gold": 7}}
