"""What the guide says while it waits, and when it has seen something."""

import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import NINE, SIX, Network, confusion_matrix
from nnreg_gui.pages.rotation.guide import CONFUSION, LARGE_ROTATIONS, TURN, Guide
from nnreg_gui.pages.rotation.guide_report import GuideReport
from nnreg_gui.pages.rotation.guide_sentences import six_share
from nnreg_gui.pages.rotation.rotation_measurements import rotation_measurements, upright_measurements
from nnreg_gui.pages.rotation.rotation_runs import default_experiment
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.widgets.texts import percent_text
from tests.pages.answering import Answering
from tests.pages.rotation.rotation_material import Small, Trained, few, going_on, over, recorded, turned


class Reporting:
    """A guide with its report, whose questions are answered on request."""

    def __init__(self, digits: Digits) -> None:
        self.digits = few(digits)
        self.guide, self.questions = Guide(), Answering(self.digits)
        self.rotation, self.upright = rotation_measurements(self.questions), upright_measurements(self.questions)
        self.report = GuideReport(self.guide, self.rotation, self.upright)
        self.report.set_digits(self.digits.validation)
        for measurements in (self.rotation, self.upright):
            measurements.changed.connect(self.report.want)

    def answer(self) -> None:
        """Answer what was asked, and what is asked then."""
        self.report.want()
        self.questions.answer()


@pytest.fixture
def reporting(digits: Digits) -> Reporting:
    return Reporting(digits)


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(epochs=2))


def test_before_the_first_step_it_promises_nothing_but_numbers(reporting: Reporting) -> None:
    assert "Four steps" in reporting.report.sentence()
    assert reporting.report.share() is None


def test_while_a_run_is_trained_it_says_how_far_it_is(reporting: Reporting, history: RunHistory) -> None:
    reporting.guide.choose(LARGE_ROTATIONS)
    reporting.guide.show_runs([going_on(recorded(default_experiment(180), history), 4)])

    said = reporting.report.sentence()
    for part in ("±180°", "Run 4", "epoch 2 of 20"):
        assert part in said
    assert reporting.report.share() == pytest.approx(2 / 20)

    reporting.guide.show_runs([over(recorded(default_experiment(180), history, epochs=0), 4)])
    assert "Press the step again" in reporting.report.sentence()
    assert reporting.report.share() is None


def test_a_step_about_turned_sixes_says_what_was_measured(reporting: Reporting, history: RunHistory) -> None:
    upright = over(recorded(history.experiment, history), 1)
    large = over(recorded(turned(history.experiment, 180), history), 2)
    reporting.guide.show_runs([upright, large])
    reporting.guide.choose(LARGE_ROTATIONS)
    assert "being measured" in reporting.report.sentence()
    assert reporting.report.share() == 0.0

    reporting.answer()
    counts = reporting.rotation.of(network_of(large))
    said = reporting.report.sentence()
    assert counts is not None
    for share in (six_share(counts, SIX, 180), six_share(counts, NINE, 180), six_share(counts, SIX, 0)):
        assert percent_text(share) in said
    assert "run 1" in said
    assert reporting.report.share() is None


def test_the_first_step_needs_the_upright_run_only(reporting: Reporting, history: RunHistory) -> None:
    reporting.guide.show_runs([over(history, 7)])
    reporting.guide.choose(TURN)
    reporting.answer()

    assert reporting.report.sentence().startswith("Run 7, trained upright")


def test_the_last_step_says_how_many_are_confused(reporting: Reporting, history: RunHistory) -> None:
    large = over(recorded(turned(history.experiment, 180), history), 2)
    reporting.guide.show_runs([over(history, 1), large])
    reporting.guide.choose(CONFUSION)
    reporting.answer()

    split = reporting.digits.validation
    network: Network = network_of(large)
    matrix = confusion_matrix(split.labels, network.called(split.inputs.reshape(-1, 28, 28)))
    said = reporting.report.sentence()
    assert f"{matrix[SIX, NINE]} of {matrix[SIX].sum()}" in said
    assert f"{matrix[NINE, SIX]} of {matrix[NINE].sum()}" in said
    assert "run 1" in said


def test_networks_of_unequal_epochs_are_named_so(reporting: Reporting, history: RunHistory) -> None:
    experiment = history.experiment
    stopped = over(recorded(turned(experiment, 180), history, epochs=1), 3)
    reporting.guide.show_runs([over(recorded(experiment, history), 2), stopped])
    reporting.guide.choose(LARGE_ROTATIONS)
    reporting.answer()

    assert "Run 3 has the network of epoch 1, run 2 that of epoch 2." in reporting.report.sentence()


def test_a_failure_is_told(reporting: Reporting, history: RunHistory) -> None:
    reporting.guide.show_runs([over(history, 1)])
    reporting.guide.choose(TURN)
    reporting.report.want()
    reporting.questions.fail(Problem("The measuring ended."))

    assert reporting.report.sentence() == "Run 1 could not be measured: The measuring ended."
    assert reporting.report.share() is None
