"""Plots over the epochs: curves of runs, and what stands in them."""
