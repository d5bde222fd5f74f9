"""Pages of the constructs, from their docstrings, with snippets that are run. A tool of the project: nothing imports it."""
