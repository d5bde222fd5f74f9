"""The rules of the review, run while the program is synthesized."""
