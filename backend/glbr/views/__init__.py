"""Pure functions from a definition to what one reader of it needs."""
