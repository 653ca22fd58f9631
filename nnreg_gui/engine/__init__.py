"""The subject: networks, costs, penalties and training, in numpy alone."""
