"""Questions to ask a trained network."""
