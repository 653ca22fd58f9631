"""The window of keys and of the lecture's words."""
