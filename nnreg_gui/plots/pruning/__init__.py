"""Pictures of the page about pruning."""
