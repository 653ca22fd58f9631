"""Panels of choices: each works like a spin box whose value is a part of the experiment."""
