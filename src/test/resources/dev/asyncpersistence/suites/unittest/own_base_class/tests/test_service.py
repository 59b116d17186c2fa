from shop.service import discount

from .base import PlainTestCase, ShopTestCase


class ShopTest(ShopTestCase):
    def test_price(self):
        self.assert_price("sword", 90)


class RestockedTest(ShopTestCase):
    def setUp(self):
        super().setUp()
        self.shop.restock("rope", 20)

    def test_both(self):
        self.assert_price("rope", 18)
        self.assert_price("sword", 90)


class DiscountTest(PlainTestCase):
    def test_even(self):
        self.assert_even(discount(20))
