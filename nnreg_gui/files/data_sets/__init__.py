"""Data sets of the user: images with labels from IDX, .npz and CSV files, and from folders of pictures."""
