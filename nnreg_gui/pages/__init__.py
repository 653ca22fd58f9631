"""Tabs: each page places plots for one question that a lecturer asks."""
