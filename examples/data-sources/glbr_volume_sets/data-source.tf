data "glbr_volume_sets" "all" {}

output "gibibytes" {
  value = { for set in data.glbr_volume_sets.all.items : set.name => floor(set.size_mib / 1024) }
}
