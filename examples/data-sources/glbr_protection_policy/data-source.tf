data "glbr_protection_policy" "gold" {
  name = "gold"
}

output "kinds_of_copy" {
  value = data.glbr_protection_policy.gold.protections[*].type
}
