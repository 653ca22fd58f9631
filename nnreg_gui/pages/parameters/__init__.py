"""How many parameters a network may have: ever larger networks on ever more images."""
