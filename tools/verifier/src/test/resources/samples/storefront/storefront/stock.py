"""How much of each article is there, and how much of that is promised."""


class OutOfStock(Exception):
    pass


class Stock:
    def __init__(self):
        self._there = {}
        self._promised = {}

    def receive(self, article, count):
        self._there[article] = self._there.get(article, 0) + count

    def free(self, article):
        return self._there.get(article, 0) - self._promised.get(article, 0)

    def reserve(self, article, count):
        if count > self.free(article):
            raise OutOfStock("%s: %d wanted, %d free" % (article, count, self.free(article)))
        self._promised[article] = self._promised.get(article, 0) + count

    def ship(self, article, count):
        """Takes promised goods out of the house."""
        if count > self._promised.get(article, 0):
            raise OutOfStock("%s: %d were never promised" % (article, count))
        self._promised[article] -= count
        self._there[article] -= count
