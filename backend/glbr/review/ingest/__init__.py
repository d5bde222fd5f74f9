"""Documents in: Terraform plans, synthesized configurations, inventories become the protection model."""
