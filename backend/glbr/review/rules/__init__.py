"""The rules: what a change must not do to recovery points without somebody noticing. One module each, by family."""
