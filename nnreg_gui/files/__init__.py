"""Files of the user: experiments, sessions, data sets, and runs saved automatically."""
