"""Files to domain and back: every table of the contract, every problem gathered."""

from planner.tables.atomic import whole_file, write_folder
from planner.tables.case_writer import write_case, write_case_files
from planner.tables.cases import Reading, read_case, read_uploads
from planner.tables.csvout import spell, spell_eur, write_table
from planner.tables.groups import read_groups, unknown_people
from planner.tables.mending import Mend, free_headings, position_of, shown_headings
from planner.tables.parts import (
    PeopleReading,
    PlacesReading,
    fit_scenario,
    people_tables,
    places_tables,
    read_people,
    read_places,
)
from planner.tables.plan_format import PLAN_FILES, cost_column
from planner.tables.plan_reader import read_costs, read_plan
from planner.tables.plan_repeats import Repeats, read_repeats
from planner.tables.plan_writer import placements_hash, plan_json, write_plan, write_plan_files
from planner.tables.raw import RawTable
from planner.tables.retelling import RawCase, contract_columns, raw_case, raw_table, write_raw_case
from planner.tables.scenario import read_scenario
from planner.tables.scenario_writer import scenario_toml

__all__ = [
    "PLAN_FILES",
    "Mend",
    "PeopleReading",
    "PlacesReading",
    "RawCase",
    "RawTable",
    "Reading",
    "Repeats",
    "contract_columns",
    "cost_column",
    "fit_scenario",
    "free_headings",
    "people_tables",
    "placements_hash",
    "places_tables",
    "plan_json",
    "position_of",
    "raw_case",
    "raw_table",
    "read_case",
    "read_costs",
    "read_groups",
    "read_people",
    "read_places",
    "read_plan",
    "read_repeats",
    "read_scenario",
    "read_uploads",
    "scenario_toml",
    "shown_headings",
    "spell",
    "spell_eur",
    "unknown_people",
    "whole_file",
    "write_case",
    "write_case_files",
    "write_folder",
    "write_plan",
    "write_plan_files",
    "write_raw_case",
    "write_table",
]
