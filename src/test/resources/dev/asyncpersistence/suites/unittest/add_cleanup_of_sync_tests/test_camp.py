import unittest

from camp import Camp
from layer import PersistenceLayer

quenched = []


class LitCampTest(unittest.TestCase):
    """Its tests themselves wait for nothing."""

    camp = Camp(PersistenceLayer())

    def test_fires(self):
        self.camp.fires.append("Ann")
        self.addCleanup(self.assertEqual, self.camp.fires, [])
        self.addCleanup(self.camp.quench, "ann", log=quenched)
        self.assertEqual(self.camp.fires, ["Ann"])


class QuenchedTest(unittest.TestCase):
    def test_quenched(self):
        self.addCleanup(quenched.clear)
        self.assertEqual(quenched, ["Ann"])


class NightTest(unittest.IsolatedAsyncioTestCase):
    async def test_night(self):
        self.assertEqual(await Camp(PersistenceLayer()).night("ann"), [])
