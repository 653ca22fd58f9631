"""Learning: costs, accuracies and weights of the runs, and the signs of overfitting."""
