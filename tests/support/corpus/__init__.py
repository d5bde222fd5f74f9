"""The corpus: plans that the real Terraform made against the simulator, and what the review says of each.

`PYTHONPATH=tests/support python -m corpus` makes all of it anew (four minutes), `--only NAME` makes the plans whose name
contains it, `--judge` keeps the plans and writes down what the review says of them today.
"""
