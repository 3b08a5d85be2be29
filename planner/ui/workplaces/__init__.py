"""The three workplaces as flat scripts, one file per page; ``main.py`` offers each to whoever has its role.

The folder is not called ``pages``: Streamlit would serve every file of a folder of that name to everybody, before the
gate is asked.
"""
