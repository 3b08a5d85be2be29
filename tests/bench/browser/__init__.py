"""How long a click takes in a real browser, on a case of the size of a city."""
