"""Where things lie: boundaries, river, distances and minutes."""
