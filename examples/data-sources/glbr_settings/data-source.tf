data "glbr_settings" "of_backups" {
  filters = [{ property = "externalApplicationName", values = ["Backup and Recovery"] }]
}

output "values" {
  value = { for setting in data.glbr_settings.of_backups.items : setting.name => setting.current_value }
}
