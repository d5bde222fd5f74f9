"""Retention: for how long copies live, and how far back one can go."""
