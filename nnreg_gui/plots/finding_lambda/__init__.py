"""Pictures of searches: accuracies over λ, η and n."""
