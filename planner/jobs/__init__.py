"""Long work: a solve is a row in the store and a process of its own."""
