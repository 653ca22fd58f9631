"""Mistakes: the new images that a network misreads, and the wrong labels that it repeats."""
