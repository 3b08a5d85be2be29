"""The pages of the app, the map, their texts."""
