"""What the documents say exists: commands, tests, links, variables, make targets."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from planner.cli.app import cli

TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?\n(.*?)```|(?<!`)`([^`\n]+)`", re.DOTALL)
COMMAND = re.compile(r"(?:^|[\s/\"=])planner(?:\.exe)? (-?[a-z][^|>&;\n]*)")
VARIABLE = re.compile(r"\bPLANNER_[A-Z_]+\b")
TARGET = re.compile(r"\bmake ([a-z-]+)")


def documents(root: Path) -> list[Path]:
    """Return every document, the one in the archive included."""
    return [root / "README.md", *sorted((root / "docs").rglob("*.md")), root / ".ci/bundle/parts/LIESMICH.md"]


def code(document: Path) -> str:
    """Return what a document shows as code, one piece per line."""
    return "\n".join(block or inline for block, inline in CODE.findall(document.read_text(encoding="utf-8")))


def found(root: Path, pattern: re.Pattern[str], *, in_code: bool = False) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield every place where the documents match a pattern, with the name of the document."""
    for document in documents(root):
        text = code(document) if in_code else document.read_text(encoding="utf-8")
        for match in pattern.finditer(text):
            yield document.relative_to(root).as_posix(), match


def test_every_test_named_exists(repo_root: Path) -> None:
    """A claim that points at a test points at one that is there."""
    places = list(found(repo_root, TEST))
    assert places
    missing = [f"{where}: {match[0]}" for where, match in places if match[2] not in functions(repo_root / match[1])]
    assert not missing


def functions(file: Path) -> set[str]:
    """Return the names of the functions in a file; none if there is no such file."""
    if not file.is_file():
        return set()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_command_named_exists(repo_root: Path) -> None:
    """Each ``planner …`` in the documents is a command with exactly those options and not too many arguments."""
    named = found(repo_root, COMMAND, in_code=True)
    lines = [(where, match[1].partition("#")[0].strip()) for where, match in named]
    assert len(lines) > 10
    wrong = [f"{where}: planner {line}: {reason}" for where, line in lines if (reason := refused(line))]
    assert not wrong


def refused(line: str) -> str:
    """Return why the program would not understand a line; blank if it would."""
    try:
        understand(cli, shlex.split(line.replace("[", "").replace("]", "")))
    except click.UsageError as error:
        return error.format_message()
    return ""


def understand(command: click.Command, words: list[str]) -> None:
    """Read the words as the program would, without doing anything.

    Raises
    ------
    UsageError
        For an unknown command or option, an option without its value, a word too many or one too few.
    """
    context = click.Context(command)
    values, rest, _ = command.make_parser(context).parse_args(list(words))
    if isinstance(command, click.Group):
        if rest:
            if rest[0] not in command.commands:
                raise click.NoSuchCommand(rest[0])
            understand(command.commands[rest[0]], rest[1:])
        return
    if rest:
        raise click.UsageError(f"too many words: {rest}")
    wanted = [one for one in command.params if isinstance(one, click.Argument) and one.required]
    if words and not {"--help", "-h"} & set(words) and any(one.name not in values for one in wanted):
        raise click.UsageError("an argument is missing")


@pytest.mark.parametrize(
    ("line", "good"),
    [
        ("solve CASE --out PLAN", True),
        ("retention --today 2027-01-31 due", True),
        ("db restore FILE --replace", True),
        ("solve CASE --twice", False),
        ("db erase", False),
        ("audit verify CASE", False),
        ("check CASE --scenario", False),
    ],
)
def test_wrong_commands_are_found_out(line: str, good: bool) -> None:
    """The reading is as strict as the program's own."""
    assert (refused(line) == "") is good


def test_every_link_leads_somewhere(repo_root: Path) -> None:
    """Each relative link names a file, and each anchor a heading of it."""
    lost = []
    for where, match in found(repo_root, LINK):
        target, _, anchor = match[1].partition("#")
        if ":" in target:
            continue
        file = (repo_root / where).parent / target if target else repo_root / where
        if not file.exists() or (anchor and anchor not in anchors(file)):
            lost.append(f"{where}: {match[1]}")
    assert not lost


def anchors(document: Path) -> set[str]:
    """Return the anchors of a document's headings."""
    heads = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_variable_named_is_read(repo_root: Path) -> None:
    """Each ``PLANNER_…`` in the documents is asked for in the program."""
    program = "\n".join(file.read_text(encoding="utf-8") for file in sorted((repo_root / "planner").rglob("*.py")))
    unread = {f"{where}: {match[0]}" for where, match in found(repo_root, VARIABLE) if f'"{match[0]}"' not in program}
    assert not unread


def test_every_make_target_named_exists(repo_root: Path) -> None:
    """Each ``make …`` in the documents is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (repo_root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = found(repo_root, TARGET, in_code=True)
    unknown = [f"{where}: {match[0]}" for where, match in named if match[1] not in targets]
    assert not unknown
