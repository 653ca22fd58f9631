"""Pictures of the race of the stopping rules."""
