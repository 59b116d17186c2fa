import unittest

from camp import Camp
from layer import PersistenceLayer

camp = Camp(PersistenceLayer())


def setUpModule():
    camp.light("ann")
    camp.light("bob")


def tearDownModule():
    camp.fires.clear()


class CampTest(unittest.TestCase):
    def test_fires(self):
        self.assertEqual(camp.fires, ["Ann", "Bob"])


class NightTest(unittest.IsolatedAsyncioTestCase):
    async def test_night(self):
        self.assertEqual(await Camp(PersistenceLayer()).night("ann"), [])
