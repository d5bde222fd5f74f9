"""Verification: whether anybody has tried to restore."""
