"""The domain of data protection: periods, schedules, tiers and locks. Pure, no I/O."""
