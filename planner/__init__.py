"""Proposes who could work where as Quartiersassistent/in, and proves it.

The rooms stand on floors; a room imports only from floors below it:

====== ==========================================================
floor  rooms
====== ==========================================================
8      ``ui`` (Streamlit pages, the map) and ``cli`` (commands)
7      ``service`` (the use cases)
6      ``jobs`` (one process per solve)
5      ``store`` (what is kept) and ``report`` (files for others)
3      ``solve`` (case and pairs to a plan with its certificate)
2      ``match`` (feasible pairs) and ``check`` (the solver-free twin)
1      ``law``, ``geo``, ``tables`` (rules by date, minutes, files)
0      ``domain``, and beside it errors, messages, progress, settings
====== ==========================================================
"""

__version__ = "0.1.0"
