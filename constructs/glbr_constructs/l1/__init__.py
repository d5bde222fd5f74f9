"""One typed class per Terraform resource and data source: generated, with the exact arguments of the provider."""
