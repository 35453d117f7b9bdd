"""Amounts of money in whole cents."""

import re

_FORM = re.compile(r"(-?)(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{2}))?")


def parse(text):
    """Cents of a text such as '1,234.50'. Raises ValueError for anything else."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError("not an amount: %r" % text)
    sign, whole, cents = match.groups()
    amount = int(whole.replace(",", "")) * 100 + int(cents or 0)
    return -amount if sign else amount


def show(cents):
    """The text of an amount, with separators and two digits of cents."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return "%s%s.%02d" % (sign, format(whole, ","), rest)


def percent(cents, rate):
    """A share of an amount, halves rounded away from zero."""
    share, rest = divmod(abs(cents) * rate, 100)
    if rest * 2 >= 100:
        share += 1
    return share if cents >= 0 else -share
