"""The led lecture in the window: the strip above the pages, questions, guesses, and the way through a lesson."""
