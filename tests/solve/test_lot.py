"""The lot can be drawn again by anyone."""

import hashlib

from planner.solve.lot import lot


def test_the_lot_is_the_first_32_bits_of_the_digest():
    """Seed, candidate and site joined by bars, SHA-256, the first eight hexadecimal digits."""
    text = "2027-03 Sozialamt|K0001|E001"
    assert lot("2027-03 Sozialamt", "K0001", "E001") == int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)
