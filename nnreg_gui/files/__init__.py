"""Files of the user: experiments, sessions, tables, and runs that are kept on their own."""
