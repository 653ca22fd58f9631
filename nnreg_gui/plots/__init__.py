"""Pictures that several pages share: each plot draws the runs it is given."""
