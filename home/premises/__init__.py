"""Vacant premises: the list, its filter, and how figures are put into words."""
