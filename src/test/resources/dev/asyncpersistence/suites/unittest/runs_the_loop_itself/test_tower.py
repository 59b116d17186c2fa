import asyncio
import unittest

from layer import PersistenceLayer
from tower import Tower


def run(coroutine):
    return asyncio.run(coroutine)


class TowerTest(unittest.TestCase):
    def setUp(self):
        self.tower = Tower(PersistenceLayer())

    def test_ann(self):
        self.assertEqual(run(self.tower.climb("ann")), 15)

    def test_bob(self):
        self.assertEqual(asyncio.run(self.tower.climb("bob")), 21)
