"""From the arguments of a construct to the JSON that Terraform reads."""
