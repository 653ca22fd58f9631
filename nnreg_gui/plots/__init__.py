"""Pictures: each plot draws the runs that it is shown."""
