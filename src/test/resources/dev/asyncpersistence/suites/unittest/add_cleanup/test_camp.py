import unittest

from camp import Camp
from layer import PersistenceLayer

quenched = []


class CampTest(unittest.TestCase):
    def setUp(self):
        self.camp = Camp(PersistenceLayer())
        self.camp.light("ann")
        self.addCleanup(self.assertEqual, self.camp.fires, [])
        self.addCleanup(self.camp.quench, "ann", log=quenched)

    def test_fires(self):
        self.assertEqual(self.camp.fires, ["Ann"])

    def test_light(self):
        self.camp.light("bob")
        self.addCleanup(self.camp.quench, "bob", log=quenched)
        self.assertEqual(self.camp.fires, ["Ann", "Bob"])


class QuenchedTest(unittest.TestCase):
    def test_quenched(self):
        self.assertEqual(quenched, ["Ann", "Bob", "Ann"])
        self.addCleanup(quenched.clear)


class NightTest(unittest.IsolatedAsyncioTestCase):
    async def test_night(self):
        self.assertEqual(await Camp(PersistenceLayer()).night("ann"), [])
