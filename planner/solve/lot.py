"""Chance among equals, drawn from a seed that the office publishes beforehand."""

import hashlib

LOT_BITS = 32


def lot(seed: str, candidate_id: str, site_id: str) -> int:
    """Return the lot of a pair: the first 32 bits of SHA-256 of the UTF-8 text ``seed|candidate_id|site_id``.

    Anyone can draw it again from the published seed.
    """
    digest = hashlib.sha256(f"{seed}|{candidate_id}|{site_id}".encode()).digest()
    return int.from_bytes(digest[: LOT_BITS // 8], "big")
