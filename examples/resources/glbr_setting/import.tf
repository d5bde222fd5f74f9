import {
  to = glbr_setting.session_timeout
  id = "SessionTimeout"
}
