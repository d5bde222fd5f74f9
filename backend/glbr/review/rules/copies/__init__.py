"""Copies and isolation: how many copies there are, on what, where, and what they share with the data and each other."""
