"""HPE's backup REST API on a laptop: contract, world, clock, operations, faults."""
