"""Each construct built richly, one function for each: what it is, how it is looked up."""
