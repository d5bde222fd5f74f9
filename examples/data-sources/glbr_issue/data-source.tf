data "glbr_issues" "worst" {
  filters = [{ property = "severity", values = ["CRITICAL"] }]
  sort    = "createdAt desc"
  limit   = 1
}

data "glbr_issue" "worst" {
  id = data.glbr_issues.worst.items[0].id
}

output "advice" {
  value = data.glbr_issue.worst.recommendation
}
