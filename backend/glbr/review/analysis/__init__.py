"""What follows from a protection model: who is protected how on each side, and what the change does to them."""
