"""Restores of every kind of asset, from a copy over the asset or to a new one."""
