"""The plan itself: what it leaves open, what it leaves out, and what guards it takes away."""
