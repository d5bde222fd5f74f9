"""HPE's REST API, as the provider uses it: sign-in, calls, retries, lists and operations."""
