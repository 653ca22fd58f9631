"""How many weights of a network can be taken away."""
