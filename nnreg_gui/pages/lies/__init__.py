"""Lies: the digits with wrong labels, and what a network says of them."""
