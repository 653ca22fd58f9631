"""Runs in a file."""
