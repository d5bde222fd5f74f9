data "glbr_setting" "session_timeout" {
  name = "SessionTimeout"
}

output "choices" {
  value = jsondecode(data.glbr_setting.session_timeout.possible_values)
}
