"""Invented cases of any size, seeded and labelled as synthetic."""
