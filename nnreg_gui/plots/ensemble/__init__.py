"""Pictures of the page about ensembles."""
