import unittest

from storefront.cart import Cart
from storefront.prices import PriceList, UnknownArticle

PRICES = """\
# spring
article,price
pen,1.20
desk,"1,149.00"
"""


class CartTest(unittest.TestCase):
    def setUp(self):
        self.cart = Cart(PriceList.read(PRICES))

    def test_an_empty_cart_costs_nothing(self):
        self.assertEqual(self.cart.total(), 0)

    def test_lines_add_up(self):
        self.cart.add("pen", 3)
        self.cart.add("desk")
        self.assertEqual(self.cart.count(), 4)
        self.assertEqual(self.cart.total(), 3 * 120 + 114900)

    def test_ten_of_an_article_are_five_percent_off(self):
        self.cart.add("pen", 9)
        self.assertEqual(self.cart.total(), 1080)
        self.cart.add("pen")
        self.assertEqual(self.cart.total(), 1140)

    def test_articles_without_a_price_are_refused(self):
        with self.assertRaises(UnknownArticle):
            self.cart.add("chair")

    def test_counts_are_positive(self):
        with self.assertRaises(ValueError):
            self.cart.add("pen", 0)
