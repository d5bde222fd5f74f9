"""Whole answers, made of the constructs beside this folder."""
