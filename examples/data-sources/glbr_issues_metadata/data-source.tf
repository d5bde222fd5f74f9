data "glbr_issues_metadata" "all" {}

output "severities" {
  value = flatten([for words in data.glbr_issues_metadata.all.items : words.severities[*].key])
}
