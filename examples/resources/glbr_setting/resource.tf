# Minutes until an idle session of the console ends.
resource "glbr_setting" "session_timeout" {
  name          = "SessionTimeout"
  current_value = "30"
}
