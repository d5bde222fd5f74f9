"""One file per kind of object: how it is made, changed, removed and shown.

A module here is found by itself (`behaviours.py`); it may define `BEHAVIOURS` (operationId to
function), `EFFECTS` (what an operation does when it ends) and `SHOWN` (collection to the
function that turns a stored object into HPE's reply).
"""
