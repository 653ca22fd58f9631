"""Pictures of the page about parameters."""
