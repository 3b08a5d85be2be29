"""The commands."""

from planner.cli.app import cli, main

__all__ = ["cli", "main"]
