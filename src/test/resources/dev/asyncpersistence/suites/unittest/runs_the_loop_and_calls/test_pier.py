import asyncio
import unittest

from layer import PersistenceLayer
from pier import Pier


class PierTest(unittest.TestCase):
    def test_arrive(self):
        pier = Pier(PersistenceLayer())
        self.assertEqual(pier.moor("ann"), 5)
        self.assertEqual(asyncio.run(pier.arrive("bob")), "moored 12")
        self.assertEqual(pier.boats, 12)

    def test_moor(self):
        self.assertEqual(Pier(PersistenceLayer()).moor("bob"), 7)
