"""Runs: the list below the pages, the table of settings, and looking back at epochs."""
