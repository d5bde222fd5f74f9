"""The list language of HPE's API: filter, sort, select and pages."""
