"""How the file of places is made: sources, regions, writing. Never needed to use it."""
