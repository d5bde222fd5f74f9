"""Immutability: for how long nobody can delete a copy."""
