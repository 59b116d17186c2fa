from purse import Purse


class FakeLayer:
    def __init__(self, **rows):
        self.rows = rows

    def load(self, key):
        return self.rows[key]

    def save(self, key, value):
        self.rows[key] = value


async def test_spend():
    layer = FakeLayer(ann={"gold": 9})
    assert await Purse(layer, layer).spend("ann", 2) == 9
    assert layer.rows == {"ann": {"gold": 7}}
