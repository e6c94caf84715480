"""Direct quotations and who speaks them."""

from detente.coding.quotes.find import find_quotes

__all__ = ["find_quotes"]
