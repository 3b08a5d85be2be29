"""Answer a question: find the first tier that its conditions change, and go on from there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from planner.domain import Status, TierResult
from planner.progress import Silent
from planner.solve.clock import Clock
from planner.solve.close import close
from planner.solve.engine import SolverFaultError, State, run_from
from planner.solve.stage import Mask, Stage
from planner.solve.tiers import shown
from planner.solve.workbench_board import Board, Condition
from planner.solve.workbench_decided import possible_under
from planner.solve.workbench_near import Near, Reach, after, close_near
from planner.solve.workbench_question import Answer, DecidedBy
from planner.solve.workbench_turns import Turn

_LEAP_SECONDS = 4.0
"""How long to look for a plan that keeps all tiers before a suspect, before they are looked at one by one."""

_NO_PLAN = (Status.INFEASIBLE, (), ())


@dataclass(frozen=True, eq=False)
class Search:
    """The work on one question.

    Parameters
    ----------
    turns
        The base solve.
    last
        How many tiers to settle.
    stay
        Shape (columns,): the placements to keep as many of as the tiers allow; ``None`` where any plan will do.
    """

    board: Board
    turns: Sequence[Turn]
    condition: Condition
    last: int
    clock: Clock
    stay: Mask | None = None

    @cached_property
    def _memory(self) -> list[Reach]:
        """What the recorded prices say under the condition, turn by turn."""
        return [turn.under(self.board, self.condition) for turn in self.turns]

    def answer(self) -> Answer:
        """Return the answer.

        Prices name a suspect: the first tier that they prove worse. If its turn, the tiers before it kept, has a plan
        at all, none before it is worse. If it is proven to have none, the suspect is the tier before; if neither shows
        soon, the tiers before are closed one by one.
        """
        if self.board.hopeless(self.condition):
            return Answer(*_NO_PLAN, DecidedBy.RULE)
        kept, suspect = 0, self._suspect(0)
        leap = True
        while True:
            number = suspect if leap else kept
            near = self._close(number, kept)
            if near is None or near.closed.infeasible:
                if number == kept:
                    return Answer(*_NO_PLAN, DecidedBy.SEARCH)
                suspect = number - 1
            elif not near.found:
                if number == kept or self.clock.over:
                    return Answer(Status.STOPPED, (), (), DecidedBy.SEARCH)
                leap = False
            elif number + 1 < self.last and near.closed.best == self.turns[number].best == near.bound:
                kept = number + 1
                if number >= suspect:
                    leap, suspect = True, self._suspect(kept)
            else:
                return self._go_on(number, near)

    def _suspect(self, first: int) -> int:
        """Return the first tier from ``first`` on that prices prove worse or that has to be looked at by itself."""
        for number in range(first, self.last - 1):
            turn = self.turns[number]
            shown_kept = turn.kept(self.board, self.condition)
            if not shown_kept or self._memory[number].value < turn.best or self._memory[number + 1].nothing:
                return number
        return self.last - 1

    def _stage(self, number: int) -> Stage:
        return turn_of(self.board, self.turns, number, self.condition)

    def _close(self, number: int, kept: int) -> Near | None:
        """Close a tier's turn under the condition; ``None`` where it is proven that it has no plan.

        A leap is given up soon. So is the first look at the first tier: whether there is a plan at all is asked of the
        rules instead, which answer that better than any objective.
        """
        turn, reach = self.turns[number], self._memory[number]
        if reach.nothing:
            return None
        stage = self._stage(number)
        seconds = _LEAP_SECONDS if number > kept or number == 0 else float("inf")
        near = close_near(stage, reach, turn.start, turn.leaves, None, self.clock, seconds)
        settled = near.closed.infeasible or near.proven
        if settled or (number > kept and not near.found) or self.clock.over:
            return near
        known = None
        if near.closed.chosen is not None:
            known = self.board.mask(self.board.positions(near.closed.stage.columns)[near.closed.chosen])
        elif number == 0:
            verdict = possible_under(self.board, self.condition, self.clock)
            if verdict.impossible:
                return None
            known = verdict.plan
        return close_near(stage, reach, turn.start, turn.leaves, known, self.clock, float("inf"))

    def _go_on(self, first: int, near: Near) -> Answer:
        """Settle the tiers after the first one that changed, and put the answer together."""
        order, case, stay = self.board.order, self.board.columns.case, self.stay
        best = near.closed.best or 0
        results = [(turn.tier, turn.best, turn.bound) for turn in self.turns[:first]]
        results.append((order[first], best, near.bound))
        tiers = [(t, shown(t, b, case), shown(t, u, case)) for t, b, u in results]
        columns, chosen = near.closed.stage.columns, near.closed.chosen
        members = columns.subset(chosen).members if chosen is not None else np.zeros(0, dtype=np.int64)
        if first + 1 < self.last or stay is not None:
            outcome = run_from(
                lambda: after(self._stage(first), self._memory[first], near, order[min(first + 1, len(order) - 1)]),
                first + 1,
                self.clock,
                Silent(),
                last=self.last,
                choose=None if stay is None else lambda state: self._staying(state, stay),
            )
            if outcome.members is None:
                raise SolverFaultError(order[first])
            members = outcome.members
            tiers += [(t.tier, t.best, t.bound) for t in outcome.tiers]
        placements = self.board.pairs_of(members)
        values = self.board.values(self.board.chosen(placements))
        proven = all(best == bound for _, best, bound in tiers)
        return Answer(
            Status.OPTIMAL if proven else Status.FEASIBLE,
            tuple(TierResult(name=t, value=values[t], best=b, bound=u) for t, b, u in tiers),
            placements,
            DecidedBy.SEARCH,
        )

    def _staying(self, state: State, stay: Mask) -> State:
        """Return the state with the plan that moves the fewest people out of the places they have."""
        closed = close(
            state.stage.keeping(stay[self.board.positions(state.stage.columns)]),
            state.start,
            state.chosen,
            state.leaves,
            self.clock,
            self.clock.left,
            lambda _value, _bound: None,
            lambda best: best,
        )
        return replace(state, stage=closed.stage, chosen=closed.chosen)


def turn_of(board: Board, turns: Sequence[Turn], number: int, condition: Condition, *, at_best: bool = False) -> Stage:
    """Return a tier's turn under a condition, with the tiers before it kept.

    Parameters
    ----------
    at_best
        Keep the tier itself at its best, too.
    """
    turn = turns[number]
    floors = [(earlier.floor, earlier.bound) for earlier in turns[:number]]
    if at_best:
        floors.append((turn.best, turn.bound))
    return board.turn(number, floors, condition, turn.alive).ranging(turn.least, turn.most)
