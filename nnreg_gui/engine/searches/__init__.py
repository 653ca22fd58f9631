"""Many experiments: what is searched, and how it is trained on an executor."""
