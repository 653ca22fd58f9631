"""How long the window takes to come up: `python -m tests.benchmarks.start .venv/bin/nnreg-gui BUNDLE/nnreg-gui`.

It starts the programs in turn, on a display of their own, and compares each with the first. It needs Xvfb and xdotool.
"""

import argparse
import os
import subprocess
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory


def seconds_to_start(program: Path, environment: dict[str, str]) -> float:
    """Return how long a program takes to show its window; it is closed again."""
    began = time.perf_counter()
    with subprocess.Popen([program], env=environment, stderr=subprocess.DEVNULL) as process:
        search = ["xdotool", "search", "--onlyvisible", "--class", "nnreg-gui"]
        while not subprocess.run(search, env=environment, capture_output=True, check=False).stdout:
            if process.poll() is not None:
                raise SystemExit(f"{program} ended with {process.returncode}")
        seconds = time.perf_counter() - began
        process.terminate()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", nargs="+", type=Path)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    display = ["Xvfb", "-noreset", "-displayfd", "1"]
    with TemporaryDirectory() as home, subprocess.Popen(display, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        environment = {"HOME": home, "PATH": os.environ["PATH"], "DISPLAY": f":{int(server.stdout.readline())}"}
        rounds = [[seconds_to_start(one, environment) for one in options.programs] for _ in range(options.times + 1)]
        server.terminate()
    first = median(times[0] for times in rounds[1:])  # but for the first round, which fills the disk's cache
    for place, program in enumerate(options.programs):
        middle = median(times[place] for times in rounds[1:])
        print(f"{program}: {middle:.2f} s, {middle / first:.2f} of the first")


if __name__ == "__main__":
    main()
