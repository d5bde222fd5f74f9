"""What is there to be protected: machines, volumes, databases."""
