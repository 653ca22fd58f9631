"""Pictures of the page about L1 and L2."""
