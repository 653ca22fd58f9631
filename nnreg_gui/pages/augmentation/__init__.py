"""Augmentation: what it does to digits, and whether the label is still right."""
