"""The country's companies, as the public register has them."""
