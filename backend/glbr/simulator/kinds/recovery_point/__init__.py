"""Recovery points of every kind of asset: listed, changed, removed, and of volume groups also made by hand."""
