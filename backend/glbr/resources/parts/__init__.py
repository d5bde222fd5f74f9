"""What several objects share, and the parts of one that is too large for a file. None of these is an object."""
