"""Assets that are protected together."""
