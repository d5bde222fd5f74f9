"""Coverage: what is protected at all, by which policy, how consistently, and who can tell."""
