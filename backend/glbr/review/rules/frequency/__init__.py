"""Frequency: how much work is lost at most, and when copies are made."""
