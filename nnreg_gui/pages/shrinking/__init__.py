"""The page about how L1 and L2 shrink weights."""
