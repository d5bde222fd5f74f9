"""The Terraform provider: reads plans, drives HPE's API, reports back to Terraform."""
