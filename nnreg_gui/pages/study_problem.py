"""Why a study has no answer, in the user's language."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.problems import Problem


def problem_sentence(problem: Exception) -> str:
    """Return the sentence of a `Problem` in the present language; of other errors, their own."""
    if not isinstance(problem, Problem):
        return str(problem)
    return QCoreApplication.translate("Problem", problem.template).format(**problem.values)
