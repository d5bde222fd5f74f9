"""What HPE's service does that plain storing cannot say: one rule per file.

A module here is found by itself (`behaviours.py`); a refusing rule defines `GUARDS`
(operationId to function), run before the behaviour of that operation. The others are the
calendar rules of the scheduler, written from the contract alone.
"""
