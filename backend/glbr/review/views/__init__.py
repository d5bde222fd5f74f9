"""Reports out: each view is a function from a report to text."""
