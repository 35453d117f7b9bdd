"""Money, prices, carts and stock of a small shop."""
