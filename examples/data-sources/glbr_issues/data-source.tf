data "glbr_issues" "bad" {
  filters = [{ property = "severity", values = ["CRITICAL", "WARNING"] }]
}

# What nobody has put off, and what it is about.
output "open" {
  value = { for issue in data.glbr_issues.bad.items : issue.body => issue.related_resources[*].name if !issue.snoozed }
}
