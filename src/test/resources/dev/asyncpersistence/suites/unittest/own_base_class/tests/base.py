import tempfile
import unittest

from shop.service import Shop
from shop.store import ItemStore


class ShopTestCase(unittest.TestCase):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.shop = Shop(ItemStore(folder.name))
        self.shop.restock("sword", 100)

    def assert_price(self, name, expected):
        self.assertEqual(self.shop.price(name), expected)


class PlainTestCase(unittest.TestCase):
    def assert_even(self, number):
        self.assertEqual(number % 2, 0)
