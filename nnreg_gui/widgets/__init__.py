"""General-purpose widgets that know nothing of neural networks."""
