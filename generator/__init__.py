"""Turns the YAML catalogue of provision into the plain pages of the guide."""
