"""Pictures of runs: curves over epochs, and histograms of weights."""
