"""Lessons: what a lecture asks, shows and says, read from files and checked; knows no window."""
