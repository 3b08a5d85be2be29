"""The twin without a solver: verifies every rule of any plan and recomputes every tier."""
