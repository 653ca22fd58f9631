"""Choices: each panel is a spin box whose value is a part of the experiment."""
