"""Ensemble: many networks that differ only in their seed, asked together."""
