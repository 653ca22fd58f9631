"""The window of the keys and the lecture's words."""
