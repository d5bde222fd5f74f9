"""HPE's published API description, read as the simulator's only source of facts."""
