"""Files of the user: experiments, sessions, tables, and runs saved automatically."""
