terraform {
  required_providers {
    glbr = {
      source = "glbr/glbr"
    }
  }
}

# The API client comes from GLBR_CLIENT_ID and GLBR_CLIENT_SECRET.
provider "glbr" {
  region       = "us-west"
  workspace_id = "0123456789abcdef0123456789abcdef"
}
