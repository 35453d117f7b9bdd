"""Price lists: articles and what one of each costs."""

import csv
import io

from storefront import money


class UnknownArticle(KeyError):
    """An article that is on no list."""


class PriceList:
    def __init__(self, prices):
        self._prices = dict(prices)

    @classmethod
    def read(cls, text):
        """A list from CSV with the columns article and price; blank lines and comments are passed over."""
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        rows = csv.DictReader(io.StringIO("\n".join(lines)))
        return cls((row["article"].strip(), money.parse(row["price"])) for row in rows)

    def of(self, article):
        if article not in self._prices:
            raise UnknownArticle(article)
        return self._prices[article]

    def __len__(self):
        return len(self._prices)
