"""Fitting: what many free parameters can describe."""
