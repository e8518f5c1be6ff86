"""Prepare this machine and start the product: standard library only, for nothing else is there yet."""
