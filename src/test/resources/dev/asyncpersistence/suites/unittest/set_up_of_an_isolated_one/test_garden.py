from unittest import IsolatedAsyncioTestCase

from garden import Garden
from layer import PersistenceLayer


class GardenTest(IsolatedAsyncioTestCase):
    def setUp(self):
        self.garden = Garden(PersistenceLayer())
        self.planted("ann")

    def planted(self, key):
        """Helps."""
        self.garden.plant(key)
        return self.garden.plants

    def test_height(self):
        self.assertEqual(self.garden.height("ann"), 5)

    async def test_grow(self):
        await self.garden.grow("ann")
        await self.garden.grow("bob")
        self.assertEqual(self.garden.plants, {"ann": 6, "bob": 8})

    async def test_both(self):
        self.assertIn("ann", self.planted("bob"))


class EmptyGardenTest(IsolatedAsyncioTestCase):
    def setUp(self):
        self.garden = Garden(PersistenceLayer())

    async def test_grow(self):
        await self.garden.grow("bob")
        self.assertEqual(self.garden.height("bob"), 8)
