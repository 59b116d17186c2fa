import unittest

from layer import PersistenceLayer
from library import catalogue, longest


class CatalogueTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.db = PersistenceLayer()
        cls.books = catalogue(cls.db)

    def test_size(self):
        self.assertEqual(len(self.books), 2)

    def test_lengths(self):
        self.assertEqual(self.books["ann"], 3)


class LongestTest(unittest.IsolatedAsyncioTestCase):
    async def test_longest(self):
        self.assertEqual(await longest(PersistenceLayer()), "ann")
