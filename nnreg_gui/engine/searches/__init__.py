"""Searches of many experiments: what they try, and how an executor trains it."""
