import unittest

from storefront import money


class MoneyTest(unittest.TestCase):
    def test_amounts_are_read(self):
        for text, cents in [("0", 0), ("12.50", 1250), ("1,234.05", 123405), ("-3.00", -300)]:
            with self.subTest(text):
                self.assertEqual(money.parse(text), cents)

    def test_what_is_no_amount_is_refused(self):
        for text in ["", "12.5", "1,23", "twelve"]:
            with self.subTest(text), self.assertRaises(ValueError):
                money.parse(text)

    def test_amounts_are_shown_as_they_are_read(self):
        self.assertEqual(money.show(123405), "1,234.05")
        self.assertEqual(money.show(-300), "-3.00")

    def test_half_a_cent_is_rounded_away_from_zero(self):
        self.assertEqual(money.percent(50, 5), 3)
        self.assertEqual(money.percent(-50, 5), -3)
        self.assertEqual(money.percent(49, 5), 2)


if __name__ == "__main__":
    unittest.main()
