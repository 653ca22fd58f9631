"""nnreg-gui: show, and try, how regularization of neural networks works."""

__version__ = "0.1.0"
