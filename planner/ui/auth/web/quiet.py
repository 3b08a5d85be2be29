"""Logs say what happened where, never with which values: values may be people's, or secrets."""

import itertools
import logging
import sys
import threading
import traceback
from types import TracebackType

import streamlit as st

_LOG = logging.getLogger("planner.ui")

_numbers = itertools.count(1)


def quieten() -> None:
    """Let no log of this process repeat the values of an error."""
    # Where rich is installed, Streamlit prints errors past every log, messages and source lines and all.
    st.set_option("logger.enableRich", False)
    made = logging.getLogRecordFactory()
    if getattr(made, "quiet", False):
        return

    def factory(*args: object, **kwargs: object) -> logging.LogRecord:
        record = made(*args, **kwargs)
        if isinstance(record.args, tuple):
            record.args = tuple(kind(value) if isinstance(value, BaseException) else value for value in record.args)
        if isinstance(record.msg, BaseException):
            record.msg = kind(record.msg)
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text, record.exc_info = bare(record.exc_info[1]), None
        return record

    factory.quiet = True  # type: ignore[attr-defined]
    logging.setLogRecordFactory(factory)
    sys.excepthook = _unhandled
    threading.excepthook = lambda args: _unhandled(args.exc_type, args.exc_value, args.exc_traceback)


def kind(error: BaseException) -> str:
    """Return what an error is called; the program's own say their code, which holds no values."""
    code = getattr(getattr(error, "problem", None), "code", "")
    return f"{type(error).__name__}({code})" if code else type(error).__name__


def bare(error: BaseException) -> str:
    """Return the way to an error and to what caused it, without messages and without source lines."""
    steps: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        frames = traceback.extract_tb(at.__traceback__)
        steps.append("\n".join((kind(at), *(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames))))
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\ncaused by ".join(steps)


def note(error: BaseException) -> int:
    """Number an error in the log, which has its way already, and return the number."""
    number = next(_numbers)
    _LOG.error("error %d: %s", number, kind(error))
    return number


def _unhandled(kind_of: type[BaseException], error: BaseException | None, _where: TracebackType | None) -> None:
    if error is None or issubclass(kind_of, KeyboardInterrupt | SystemExit):
        return
    _LOG.critical("%s", bare(error))
