"""What is copied, how often, for how long: policies, their schedules, and the jobs that put them to work."""
