"""The public face: every page type, its blocks, and what editors set for the whole site."""
