"""Ask a solved case what the best plan would be under conditions, without solving it anew.

The base solve is remembered tier by tier. A condition leaves the tiers before the first one it worsens as they were:
if a tier's turn, with all tiers before it fixed at their optimum, has a plan under the condition, none before it is
worse. So the work begins at the first tier that the recorded prices prove worse, and steps back only where that tier
has no plan at all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.domain import Case, Pairs, Plan, Status, Tier
from planner.domain.pairs import Ints
from planner.progress import Progress, Silent, Stop, never
from planner.solve.build import build
from planner.solve.clock import Clock
from planner.solve.engine import Outcome, run
from planner.solve.solve import finished
from planner.solve.stage import Mask
from planner.solve.workbench_backbone import avoiding
from planner.solve.workbench_board import Board, Condition, make_board
from planner.solve.workbench_losses import Losses, at_most, preview, without
from planner.solve.workbench_question import Answer, Avoided, DecidedBy, PairIds, Question
from planner.solve.workbench_search import Search, turn_of
from planner.solve.workbench_turns import Turn, remembered


@dataclass(frozen=True, eq=False)
class Workbench:
    """A solved case that answers questions.

    Parameters
    ----------
    plan
        The plan of the case without any condition.
    """

    case: Case
    pairs: Pairs
    plan: Plan
    _board: Board
    _turns: tuple[Turn, ...]
    _chosen: Mask

    @classmethod
    def of(
        cls,
        case: Case,
        pairs: Pairs,
        *,
        law_version: str,
        plan: Plan | None = None,
        time_limit: float | None = None,
        progress: Progress | None = None,
        stop: Stop = never,
    ) -> "Workbench":
        """Solve a case and remember how.

        Parameters
        ----------
        plan
            A plan of the case to begin with. It is a hint, never trusted: every tier is proven again.
        time_limit, progress, stop
            As in ``planner.solve.solve``.
        """
        clock = Clock(limit=time_limit, stop=stop)
        program = build(case, pairs)
        board = make_board(program)
        turns: list[Turn] = []
        outcome = Outcome(None, infeasible=True)
        if not program.impossible:
            known = board.chosen(_pairs_of(plan)) if plan is not None and plan.placements else None
            outcome = run(
                program,
                clock,
                progress or Silent(),
                known=known,
                record=lambda state, closed: turns.append(remembered(board, state, closed)),
            )
        made = finished(program, outcome, clock, law_version=law_version)
        return cls(case, pairs, made, board, tuple(turns), board.chosen(_pairs_of(made)))

    def ask(
        self,
        question: Question,
        *,
        time_limit: float | None = None,
        stop: Stop = never,
        upto: Tier | None = None,
        staying: bool = False,
    ) -> Answer:
        """Return the best plan under the question's conditions, tier after tier.

        Equal, in the best value of every tier, to a solve of the case with the conditions as decisions.

        Parameters
        ----------
        time_limit
            Seconds; then the answer brings what is proven so far.
        upto
            The last tier to settle; the plan is then one of those that are best up to it.
        staying
            Of those, the one that takes the fewest people out of the places they have in the plan.
        """
        condition = _condition(self._board, question)
        if condition is None or self.plan.status is Status.INFEASIBLE:
            return Answer(Status.INFEASIBLE, (), (), DecidedBy.RULE)
        if not self._turns:
            return Answer(Status.STOPPED, (), (), DecidedBy.KNOWN)
        order = self._board.order
        last = len(order) if upto is None else order.index(upto) + 1
        if all(turn.kept(self._board, condition) for turn in self._turns[:-1]) and self._board.meets(
            condition, self._chosen
        ):
            return Answer(self.plan.status, self.plan.tiers[:last], _pairs_of(self.plan), DecidedBy.KNOWN)
        stay = self._chosen if staying and last < len(order) else None
        return Search(self._board, self._turns, condition, last, Clock(limit=time_limit, stop=stop), stay).answer()

    def losses(self) -> Losses:
        """Return what forcing each pair costs at least, for all pairs at once, without solving anything."""
        return self._losses

    @cached_property
    def _losses(self) -> Losses:
        return preview(self._board, self._turns)

    @cached_property
    def placed(self) -> Mask:
        """Shape (pairs,): the placements of the plan."""
        mask = np.zeros(len(self.pairs), dtype=bool)
        mask[self._board.columns.subset(self._chosen).members] = True
        return mask

    @property
    def above_lot(self) -> Tier:
        """The last tier above the lot; the lot where there is none."""
        return self._board.order[max(0, len(self._board.order) - 2)]

    def gains(self) -> Mapping[str, tuple[Tier, int | None]]:
        """Return for each site with a possible pair what one more post there, and in all, can be worth at most.

        From the prices of the posts: the first tier that could get better, and by how much, where that is known; the
        lot, and 0, where none above it can.
        """
        return at_most(self._board, self._turns)

    def losses_without(self) -> Mapping[PairIds, tuple[Tier, int]]:
        """Return for each placement the first tier proven to get worse without it, and by at least how much.

        The lot, and 0, where no tier above it is proven to.
        """
        worsened, least = without(self._board, self._turns, self._chosen)
        found: dict[PairIds, tuple[Tier, int]] = {}
        for column, number, loss in zip(np.flatnonzero(self._chosen), worsened.tolist(), least.tolist(), strict=True):
            found.update(dict.fromkeys(self._ids(np.array([column])), (self._board.order[number], loss)))
        return found

    @property
    def tolerant(self) -> tuple[Tier, ...]:
        """Tiers above the lot of which the plan may keep less than the best."""
        return tuple(turn.tier for turn in self._turns[:-1] if turn.floor != turn.best)

    def together(self, candidate_id: str) -> tuple[PairIds, ...]:
        """Return the placements of the plan that stand or fall with a person's: those of the tandem."""
        unit_of = self._board.columns.unit_of_candidate
        position = self.case.candidate_position
        own = unit_of[position[candidate_id]]
        return tuple(pair for pair in _pairs_of(self.plan) if unit_of[position[pair[0]]] == own)

    def spare(self) -> frozenset[PairIds]:
        """Return the placements that can simply be left out of the plan without breaking a rule."""
        chosen = np.flatnonzero(self._chosen)
        left = self._board.removable(self._chosen)
        return frozenset(self._ids(chosen[left]))

    def avoid(
        self,
        tier: Tier,
        pairs: Iterable[PairIds],
        *,
        at_best: bool = False,
        most: int | None = None,
        time_limit: float | None = None,
        stop: Stop = never,
    ) -> Iterator[Avoided]:
        """Yield plans that keep every tier before ``tier`` at the floor of the base plan and leave out some pairs.

        With ``tier`` the lot and no tolerances, each plan shows for the pairs it leaves out that they can be avoided
        without any loss.

        Parameters
        ----------
        pairs
            Pairs in question; a tandem may be named by any of its members.
        at_best
            Keep ``tier`` at its best, too.
        most
            Look among this many of the most promising columns only; then nothing is proven about the rest.
        """
        number = self._board.order.index(tier)
        turn = self._turns[number]
        window = turn.alive
        whole = most is None or int(window.sum()) <= most
        if most is not None and not whole:
            window = self._board.mask(np.argpartition(turn.loss, most)[:most]) | self._chosen
        none = Condition(np.zeros(len(self._board.columns), dtype=bool))
        stage = turn_of(self._board, self._turns, number, none, at_best=at_best).shrunk(window)
        inside = np.flatnonzero(window)
        wanted = self._board.chosen(pairs)
        clock = Clock(limit=time_limit, stop=stop)
        for step in avoiding(stage, wanted[window], clock, prove=whole):
            plan = None if step.chosen is None else self._ids(inside[step.chosen])
            yield Avoided(plan, self._ids(inside[step.left]))

    def _ids(self, columns: Ints) -> tuple[PairIds, ...]:
        """Return the pairs of columns, with all members of tandems."""
        chosen = self._board.mask(columns)
        return self._board.pairs_of(self._board.columns.subset(chosen).members)


def _pairs_of(plan: Plan) -> tuple[PairIds, ...]:
    return tuple(sorted((p.candidate_id, p.site_id) for p in plan.placements))


def _condition(board: Board, question: Question) -> Condition | None:
    """Return what a question means for the columns; ``None`` where a pair is not possible or two contradict."""
    barred = np.zeros(len(board.columns), dtype=bool)
    needed: dict[int, int] = {}
    for pair in question.with_pairs:
        column = board.column(*pair)
        if column is None or needed.setdefault(int(board.unit_of[column]), column) != column:
            return None
        unit = int(board.unit_of[column])
        barred[board.stage.unit_start[unit] : board.stage.unit_start[unit + 1]] = True
    for column in needed.values():
        barred[column] = False
    without = [board.column(*pair) for pair in question.without_pairs]
    barred[[column for column in without if column is not None]] = True
    if barred[list(needed.values())].any():
        return None
    return Condition(barred, tuple(sorted(needed)))
