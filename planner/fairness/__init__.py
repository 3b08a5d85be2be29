"""Fairness of outcomes: no justified envy, blindness, and groups compared outside the optimiser."""
