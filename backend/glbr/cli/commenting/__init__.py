"""Posting a review where people read it: one comment per stack, kept up to date in its place."""
