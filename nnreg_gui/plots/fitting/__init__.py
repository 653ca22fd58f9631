"""Pictures of the page about fitting."""
