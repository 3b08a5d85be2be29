@echo off
rem Starts the app on this computer; installs the program first where that is still to be done.
setlocal
cd /d "%~dp0"
if not exist .venv\Scripts\python.exe call install.bat || exit /b 1
.venv\Scripts\python.exe -m planner db upgrade || exit /b 1
.venv\Scripts\python.exe -m streamlit run app.py %*
