"""Pictures that more than one page has: each plot draws the runs that it is shown."""
