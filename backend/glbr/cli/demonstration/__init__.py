"""The demonstration: the whole way from a Python construct to recovery points, on one machine."""
