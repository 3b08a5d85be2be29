"""Write the demo case: ``python -m planner.synthetic FOLDER``, for whoever changes how it is made."""

import sys
from pathlib import Path

from planner.synthetic.demo import write_demo

if __name__ == "__main__":
    write_demo(Path(sys.argv[1]))
