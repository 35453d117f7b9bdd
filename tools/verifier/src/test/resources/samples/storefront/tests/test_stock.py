import unittest

from storefront.stock import OutOfStock, Stock


class StockTest(unittest.TestCase):
    def setUp(self):
        self.stock = Stock()
        self.stock.receive("pen", 5)

    def test_what_is_promised_is_not_free(self):
        self.stock.reserve("pen", 2)
        self.assertEqual(self.stock.free("pen"), 3)

    def test_no_more_is_promised_than_is_free(self):
        self.stock.reserve("pen", 5)
        with self.assertRaises(OutOfStock):
            self.stock.reserve("pen", 1)

    def test_shipping_keeps_the_rest_free(self):
        self.stock.reserve("pen", 2)
        self.stock.ship("pen", 2)
        self.assertEqual(self.stock.free("pen"), 3)
