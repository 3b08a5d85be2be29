"""Case and pairs to a plan with its certificate."""
