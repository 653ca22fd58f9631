"""How many of a network's weights can be removed."""
