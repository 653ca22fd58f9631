"""How much a network's answer changes when its input does."""
