"""`python -m nnreg_gui` and the commands `nnreg-gui` and `nnreg`: reads the arguments and starts what they ask for."""

import argparse
import gc
import os
import sys
from multiprocessing import freeze_support
from pathlib import Path

# Before importing numpy, here and in processes started from here: a second BLAS thread makes small products 3× slower.
# Override the environment: more threads add sums in another order, and the window, searches and training without a
# window would differ in the last digits.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_name] = "1"


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    freeze_support()
    from nnreg_gui.engine.problems import Problem
    from nnreg_gui.system.ending_signals import exit_code_of
    from nnreg_gui.system.system_check import import_problem
    from nnreg_gui.system.terminal import OutputError, tell, tell_or_show, written_output

    say = tell
    try:
        with written_output():
            options = _options(arguments)
            if options.version:
                from nnreg_gui.system_information import system_information

                print(system_information())
                return 0
            if options.train is not None:
                from nnreg_gui.headless import train_file

                return train_file(options.train, options.csv, options.data)
            if options.check_lesson is not None:
                from nnreg_gui.lesson_check import check_lesson_file

                return check_lesson_file(options.check_lesson)
            if options.rehearse is not None:
                from nnreg_gui.rehearsing import rehearse_file

                return rehearse_file(options.rehearse, options.language or "en")
            if options.add_launcher or options.remove_launcher:
                return _change_launcher(add=options.add_launcher)
        say = tell_or_show  # whoever wants a window may have no terminal
        return _open_window(options.file)
    except ImportError as error:
        say(import_problem(error))
    except (Problem, OutputError) as problem:  # the former: the program itself is incomplete
        say(str(problem))
    except BrokenPipeError:
        return 128 + 13  # as if ended by SIGPIPE, which not every system knows: the reader of the output is gone
    except KeyboardInterrupt as interrupt:  # outside the training and the window, which answer signals themselves
        return exit_code_of(interrupt)
    return 1


def _open_window(file: str | None) -> int:
    gc.disable()  # nearly everything made here stays: looking for garbage would cost a tenth of the time
    from nnreg_gui.system.ending_signals import note_ending_signals
    from nnreg_gui.system.handing_over import hand_over
    from nnreg_gui.system.startup_notice import end_startup_notice
    from nnreg_gui.system.system_check import start_up_problem
    from nnreg_gui.system.terminal import tell_or_show

    if file is not None and hand_over(file):
        end_startup_notice()
        return 0
    problem = start_up_problem()
    if problem is not None:
        tell_or_show(problem)
        return 1
    ending = note_ending_signals()  # before importing Qt, which an exception at a wrong moment would abort
    from nnreg_gui.app import run_window

    return run_window(file, ending)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.csv is not None and options.train is None:
        parser.error("--csv goes with --train")
    if options.data is not None and options.train is None:
        parser.error("--data goes with --train")
    if options.data == "":
        parser.error("--data needs the path of a file or folder")
    if options.language is not None and options.rehearse is None:
        parser.error("--language goes with --rehearse")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nnreg" if Path(sys.argv[0]).stem == "nnreg" else "nnreg-gui",
        description="See how regularization of neural networks works: train on real MNIST digits and watch it live.",
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an experiment, session or lesson, for a window that is open, or a new one",
    )
    parser.add_argument("--version", action="store_true", help="print the versions of the program and its parts")
    parser.add_argument("--train", metavar="EXPERIMENT", help="train this experiment without a window")
    parser.add_argument("--csv", metavar="OUT.csv", help="with --train: write one line per epoch to this file")
    parser.add_argument(
        "--data",
        metavar="PATH",
        help="with --train: train on this data set, a file or folder, instead of the one the experiment names",
    )
    parser.add_argument("--check-lesson", metavar="LESSON", help="say what is wrong with this lesson, if anything")
    parser.add_argument(
        "--rehearse", metavar="LESSON", help="train all that this lesson needs, check its claims, and keep the runs"
    )
    parser.add_argument("--language", choices=("en", "cs"), help="with --rehearse: the language of the sentences")
    launcher = parser.add_mutually_exclusive_group()
    launcher.add_argument("--add-launcher", action="store_true", help="put the program on the desktop and in the menu")
    launcher.add_argument("--remove-launcher", action="store_true", help="take it away from there again")
    return parser


def _change_launcher(add: bool) -> int:
    from nnreg_gui.system.launcher import add_launcher, remove_launcher
    from nnreg_gui.system.launcher_files import LauncherError
    from nnreg_gui.system.terminal import tell

    try:
        for path in add_launcher() if add else remove_launcher():
            print(path)
    except LauncherError as error:
        tell(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
