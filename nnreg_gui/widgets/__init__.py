"""Field-neutral parts that know nothing of neural networks."""
