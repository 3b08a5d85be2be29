@echo off
rem Installs the program into .venv beside this file, from the wheels of this archive alone.
setlocal
cd /d "%~dp0"
set /p VERSIONS=<python-versions
set "PYTHON_FOUND="
for %%V in (%VERSIONS%) do py -%%V -c "" >nul 2>&1 && set "PYTHON_FOUND=py -%%V"
if not defined PYTHON_FOUND python -c "import sys; sys.exit('.'.join(map(str, sys.version_info[:2])) not in '%VERSIONS%'.split())" >nul 2>&1 && set "PYTHON_FOUND=python"
if not defined PYTHON_FOUND (
    echo Es fehlt ein Python ^(64 Bit^) in einer dieser Versionen: %VERSIONS%
    exit /b 1
)

echo Das Programm wird in %CD%\.venv eingerichtet ...
if exist .venv rmdir /s /q .venv
%PYTHON_FOUND% -m venv .venv || exit /b 1
.venv\Scripts\python.exe -m pip --isolated --disable-pip-version-check --quiet install --no-index --find-links wheels --require-hashes --no-deps --requirement requirements.txt || exit /b 1
.venv\Scripts\python.exe -m pip --isolated --disable-pip-version-check check >nul || exit /b 1
.venv\Scripts\python.exe -m planner --version
