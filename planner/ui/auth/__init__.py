"""Who may come in, and what the web server shows to whom.

Where ``.streamlit/secrets.toml`` has an ``[auth]`` section, people come in by the sign-in of their organisation; where
it has none, the one person at this very computer works with a local profile.
"""

from planner.ui.auth.account import account_page
from planner.ui.auth.gate import current_user, sign_in_gate

__all__ = ["account_page", "current_user", "sign_in_gate"]
