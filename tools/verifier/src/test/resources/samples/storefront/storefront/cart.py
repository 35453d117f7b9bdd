"""What a customer is about to buy."""

from storefront import money

BULK = 10
BULK_RATE = 5


class Cart:
    def __init__(self, prices):
        self._prices = prices
        self._lines = {}

    def add(self, article, count=1):
        if count < 1:
            raise ValueError("count must be positive")
        self._prices.of(article)
        self._lines[article] = self._lines.get(article, 0) + count

    def count(self):
        return sum(self._lines.values())

    def line(self, article):
        """What one line costs: from ten of an article on, each is five percent off."""
        count = self._lines.get(article, 0)
        cost = self._prices.of(article) * count
        if count >= BULK:
            cost -= money.percent(cost, BULK_RATE)
        return cost

    def total(self):
        return sum(self.line(article) for article in self._lines)
