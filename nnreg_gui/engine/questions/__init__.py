"""What a trained network can be asked."""
