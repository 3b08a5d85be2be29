"""Invented cases: any size for tests and measurements, and the demo that the program comes with."""

from planner.synthetic.demo import DEMO_SCENARIOS, demo, write_demo
from planner.synthetic.generate import generate

__all__ = ["DEMO_SCENARIOS", "demo", "generate", "write_demo"]
