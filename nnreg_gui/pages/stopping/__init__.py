"""Stopping: all rules race on one run."""
