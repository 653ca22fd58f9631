"""The window: it connects panels, pages and runs, and computes nothing itself."""
