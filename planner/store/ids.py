"""Random ids: nothing can be read from one, or guessed."""

import secrets


def new_id() -> str:
    """Return 16 hexadecimal digits."""
    return secrets.token_hex(8)
