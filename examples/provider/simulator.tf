terraform {
  required_providers {
    glbr = {
      source = "glbr/glbr"
    }
  }
}

variable "simulator" {
  description = "Where `glbr simulate` listens."
  type        = string
  default     = "http://127.0.0.1:8930"
}

# The same, with HPE's API on this machine. `glbr simulate` prints the API client to use.
provider "glbr" {
  endpoint     = var.simulator
  workspace_id = "0123456789abcdef0123456789abcdef"
}

data "glbr_storeonces" "all" {}

output "appliances" {
  value = data.glbr_storeonces.all.items[*].name
}
