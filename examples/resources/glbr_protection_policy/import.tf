import {
  to = glbr_protection_policy.gold
  id = "gold"
}
