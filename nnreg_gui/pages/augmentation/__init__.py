"""Augmentation: what it makes of digits, and whether the label is still right."""
