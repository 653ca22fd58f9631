"""Pictures of the page about dropout."""
