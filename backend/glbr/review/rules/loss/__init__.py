"""Loss of data or of protection: what is destroyed, replaced, disarmed, suspended, forgotten or changed in masses."""
