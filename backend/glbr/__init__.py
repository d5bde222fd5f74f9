"""HPE GreenLake for Backup and Recovery as infrastructure code."""

__version__ = "0.1.0"
