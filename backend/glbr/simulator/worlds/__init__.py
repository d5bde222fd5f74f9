"""Places to start from: what an account holds before the first request."""
