"""Solves in processes of their own: each is a row that says how far it is, survives the server, and can be stopped."""

from planner.jobs.errand import Errand
from planner.jobs.pulse import EVERY, Pulse
from planner.jobs.run import Make, run_job
from planner.jobs.silence import SILENCE, reap
from planner.jobs.tend import tend
from planner.jobs.worker import be_nice, start_worker
from planner.store.jobs import Job, JobState

__all__ = [
    "EVERY",
    "SILENCE",
    "Errand",
    "Job",
    "JobState",
    "Make",
    "Pulse",
    "be_nice",
    "reap",
    "run_job",
    "start_worker",
    "tend",
]
