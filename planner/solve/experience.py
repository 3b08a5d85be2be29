"""Which kinds of split have told most so far: looking at both halves of every kind at every leaf would cost too much.

Source: reliability branching, Achterberg, Koch and Martin 2005, by kind of count instead of by variable.
"""

from collections import defaultdict
from collections.abc import Iterable

_TRIALS = 3
"""So often a kind is tried before its experience counts."""

_CONTENDERS = 2
"""So many of the experienced kinds are still looked at."""

_LITTLE = 1e-3


class Experience:
    """Scores of splits by kind, newer ones counting more."""

    def __init__(self) -> None:
        self._trials: defaultdict[str, int] = defaultdict(int)
        self._score: defaultdict[str, float] = defaultdict(float)

    def promising(self, kinds: Iterable[str]) -> list[str]:
        """Return the kinds worth looking at, the best first: those hardly tried, and the most telling others."""
        ranked = sorted(kinds, key=lambda kind: -self._score[kind])
        tried = [kind for kind in ranked if self._trials[kind] >= _TRIALS]
        return [kind for kind in ranked if kind not in tried[_CONTENDERS:]]

    def learn(self, kind: str, first: float, second: float) -> float:
        """Take by how much the two halves of a split are worth less; return its score, the product."""
        score: float = max(first, _LITTLE) * max(second, _LITTLE)
        self._trials[kind] += 1
        weight = max(0.2, 1 / self._trials[kind])
        self._score[kind] += weight * (score - self._score[kind])
        return score
