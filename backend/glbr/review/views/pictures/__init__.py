"""Pictures of a review, as SVG that needs no script, each with a text that says the same."""
