"""Dropout: what it does to the network."""
