"""The solver against three others on the same cases and the same strict tiers; run by ``make bench``."""
