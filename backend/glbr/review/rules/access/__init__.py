"""Access: who can erase, read or run something, and with what secrets."""
