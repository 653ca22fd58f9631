"""Weights: what they look like, and how they are distributed."""
