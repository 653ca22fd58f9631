"""Every page of the window with runs on other digits than MNIST's: nothing raises, and classes have their names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import AugmentationSpec, DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.experiment_line import experiment_line
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.training import train
from nnreg_gui.help.glossary import glossary
from nnreg_gui.pages.augmentation.augmentation_page import AugmentationPage
from nnreg_gui.pages.dropout.dropout_page import DropoutPage
from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
from nnreg_gui.pages.mistakes.mistakes_page import MistakesPage
from nnreg_gui.pages.noise.noise_page import NoisePage
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.pruning.pruning_page import PruningPage
from nnreg_gui.pages.rotation.rotation_head import ALL, CONFUSED
from nnreg_gui.pages.rotation.rotation_page import RotationPage
from nnreg_gui.pages.runs.runs_page import RunsPage
from nnreg_gui.pages.shrinking.shrinking_page import ShrinkingPage
from nnreg_gui.pages.table import KEYS
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from tests.conftest import User
from tests.fixture_types import Small, Trained
from tests.other_digits import Other

_OF_MNIST = (
    r"10,000 (validation )?images|(of|to) 50,000|trained on 1,000|hardly matters|p = 0\.\d helps|lifts the"
    r"|than one point|L2 gains|beyond the best|makes of new digits"
)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# Of the two other data sets, the one that differs from MNIST in more: its classes are no digits, and are fewer.
WORDS = pytest.mark.parametrize("other", ["words"], indirect=True)


def experiment_on(other: Other, *, seed: int = 1, lies: float = 0.0) -> Experiment:
    return Experiment(
        data=DataSpec(dataset=other.data_set, training_images=200, wrong_labels=lies),
        network=NetworkSpec(hidden=(8,), initial_weights="scaled"),
        training=TrainingSpec(epochs=3),
        seed=seed,
    )


def trained_on(other: Other, experiment: Experiment) -> RunHistory:
    return RunHistory.of(experiment, train(experiment, other.digits))


@pytest.fixture(scope="module")
def two_runs(other: Other) -> list[RunHistory]:
    """One run whose labels are true, and one with lies and augmentation."""
    second = replace(experiment_on(other, seed=2, lies=0.1), augmentation=AugmentationSpec(rotation=10, shift=2))
    return [trained_on(other, experiment_on(other)), trained_on(other, second)]


@pytest.fixture
def reader(user: User, other: Other, two_runs: list[RunHistory]) -> User:
    """A window with these runs, and their digits open."""
    user.window.control.opened[other.data_set] = other.digits
    for history in two_runs:
        user.window.run_list.add_finished(history)
    return user


def opened(user: User, key: str) -> Page:
    user.window.tabs.open_page(key)
    page = user.window.tabs.page
    user.wait(page.isVisible)
    return page


def said(widget: QWidget) -> str:
    labels = [*widget.findChildren(Conclusion), *widget.findChildren(QLabel), *widget.findChildren(ElidedLabel)]
    described = [one.accessibleDescription() for one in widget.findChildren(QWidget) if one.isVisible()]
    return " | ".join([*(label.text() for label in labels if label.isVisible()), *described])


def views(page: Page) -> Iterator[None]:
    """Go through the views of a page, and back to the first one."""
    choices = [choice for choice in page.findChildren(SegmentedChoice) if choice.isVisible()]
    for choice in choices:
        for _ in choice.findChildren(QRadioButton):
            choice.choose_next()
            yield
    if not choices:
        yield


def all_texts(widget: QWidget) -> set[str]:
    """Return what is written, shown on hovering, or read out, anywhere below a widget."""
    below = widget.findChildren(QWidget)
    written = [one.text() for one in below if isinstance(one, QLabel | QAbstractButton | Conclusion | ElidedLabel)]
    return {*written, *(text for one in below for text in (one.toolTip(), one.accessibleDescription()))}


@pytest.mark.drawn
def test_every_view_shows_the_runs_and_says_nothing_that_was_measured_on_mnist(
    user: User, other: Other, two_runs: list[RunHistory]
) -> None:
    """What figures were found with, and how many images there are, is said with MNIST's name."""
    user.window.control.opened[other.data_set] = other.digits
    user.window.panel.show_data_sets([other.data_set])
    user.window.panel.choose_data_set(other.data_set)
    told = {term.meaning for term in glossary()}
    for runs in ([], two_runs):
        for history in runs:
            user.window.run_list.add_finished(history)
        for key in KEYS:
            page = opened(user, key)
            for _ in views(page):
                told |= all_texts(page)
                if runs:
                    page.grab()
        told |= all_texts(user.window)
    user.window.grab()
    wrong = [one for one in told if re.search(_OF_MNIST, one) and "MNIST" not in one]

    assert not wrong, "\n".join(wrong)


@pytest.mark.drawn
@WORDS
def test_a_session_opens_without_its_digits_which_is_said_in_one_sentence_and_nothing_fails(
    user: User, other: Other, two_runs: list[RunHistory], tmp_path: Path
) -> None:
    path = tmp_path / "runs.nnreg-session"
    runs = tuple(ListedRun(history, number) for number, history in enumerate(two_runs, 1))
    path.write_bytes(session_bytes(Session(runs, None, 1)))
    user.window.open_file(str(path))
    user.wait(lambda: len(user.window.run_list.runs()) == 2)
    assert user.window.run_list.runs()[0].history.experiment.data.dataset == other.data_set
    for key in KEYS:
        page = opened(user, key)
        for _ in views(page):
            page.grab()
    user.window.grab()

    opened(user, "learning")
    assert "%" in said(user.window.learning)
    page = opened(user, "weights")
    assert page.images._image.isVisible()
    page = opened(user, "noise")
    user.wait(lambda: "are not open" in said(page))
    assert other.data_set.path in said(page)
    user.show(experiment_on(other))
    user.click("start")
    user.wait(lambda: "are not open" in user.window.message.text())


def test_a_pasted_line_takes_the_data_set_that_it_names_or_says_that_it_is_not_open(user: User, other: Other) -> None:
    experiment = experiment_on(other)
    QGuiApplication.clipboard().setText(experiment_line(experiment))
    before = user.window.panel.value()
    user.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert "which is not open" in user.window.message.text()
    assert user.window.panel.value() == before

    user.window.control.opened[other.data_set] = other.digits
    user.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert user.window.panel.value() == experiment
    assert user.window.message.text() == ""


@WORDS
def test_a_data_set_that_is_chosen_is_what_pages_and_the_space_bar_train_on(user: User, other: Other) -> None:
    window, data_set = user.window, other.data_set
    parameters = opened(user, "parameters")
    these_learn_mnist = "These networks learn MNIST"
    assert these_learn_mnist not in said(parameters)
    assert "learns 1,000 digits by heart" in window.sentence.text()
    shrinking = opened(user, "shrinking")
    assert isinstance(shrinking, ShrinkingPage)
    shrinking.choice.set_value("networks")
    assert "784-30-10" in shrinking.networks.bar.button.toolTip()

    window.control.opened[data_set] = other.digits
    window.panel.choose_data_set(data_set)
    assert window.sentence.text() == "Ready: press Space to train.", "what a run will show is promised only of MNIST"
    shrinking.choice.set_value("biases")
    for view in (shrinking.networks, shrinking.biases):
        assert f"{data_set.pixels}-30-{len(data_set.classes)} " in view.bar.button.toolTip()
    opened(user, "parameters")
    assert these_learn_mnist in said(parameters)

    chosen = window.panel.value()
    assert chosen.data.training_images == min(1_000, data_set.training_images)
    user.show(replace(chosen, training=replace(chosen.training, epochs=2)))
    user.click("start")
    user.wait(lambda: user.history is not None and user.history.finished)
    assert user.history is not None
    assert user.history.experiment.data.dataset == data_set
    assert data_set.name in window.run_list.topLevelItem(0).toolTip(0)


@pytest.mark.drawn
def test_pages_name_its_classes_and_show_images_of_its_size(reader: User, other: Other) -> None:
    names, (height, width) = other.data_set.classes, other.data_set.shape
    weights = opened(reader, "weights")
    image = weights.images._image.image
    assert image.shape[0] % (height + 2) == 0
    assert image.shape[1] % (width + 2) == 0

    mistakes = opened(reader, "mistakes")
    assert isinstance(mistakes, MistakesPage)
    for view in mistakes.views:
        mistakes.open_view(view)
        reader.wait(lambda: len(mistakes.sheet.captions) > 0)
        assert any(name in caption for caption in mistakes.sheet.captions for name in names)
        assert mistakes.sheet.images.shape[1:] == (height, width)

    noise = opened(reader, "noise")
    assert isinstance(noise, NoisePage)
    reader.wait(lambda: noise.conclusion.is_answer or len(noise.plot.runs) == 2)
    reader.wait(lambda: noise.view.digit is not None)
    assert noise.view.sheet.images.shape[1:] == (height, width)
    for name in names:
        assert f"{name}: " in said(noise)

    dropout = opened(reader, "dropout")
    assert isinstance(dropout, DropoutPage)
    reader.wait(lambda: dropout.mini_batch.walk is not None)
    assert dropout.mini_batch.walk is not None
    assert names[dropout.mini_batch.walk.true] in said(dropout)
    dropout.choice.set_value("many")
    reader.wait(lambda: dropout.many.asked is not None)
    for name in names:
        assert f"{name}: " in said(dropout)

    reader.show(replace(experiment_on(other), augmentation=AugmentationSpec(rotation=30)))
    augmentation = opened(reader, "augmentation")
    assert isinstance(augmentation, AugmentationPage)
    sheet = augmentation.sheet
    reader.wait(lambda: len(sheet.sheet.images) > 0)
    assert sheet.sheet.images.shape[1:] == (height, 2 * width + 3)
    assert tuple(sheet.class_box.itemText(place) for place in range(1, sheet.class_box.count())) == names
    reader.wait(lambda: f"{names[0]}: " in said(augmentation.check))


def test_the_page_about_6_and_9_turns_what_there_is(reader: User, other: Other) -> None:
    page = opened(reader, "rotation")
    assert isinstance(page, RotationPage)
    reader.wait(lambda: page.one_digit.summary() != "")
    has_both = "6" in other.data_set.classes
    assert page.head.pair.isVisible() is not has_both
    assert page.head.lesson.isVisible() is has_both
    if not has_both:
        reader.wait(lambda: page.head.pair.boxes[0].currentText() in said(page.one_digit))
        first, second = (box.currentText() for box in page.head.pair.boxes)
        assert first != second
        page.head.pair.boxes[0].setCurrentText(second)
        page.head.pair.boxes[0].activated.emit(page.head.pair.boxes[0].currentIndex())
        assert [box.currentText() for box in page.head.pair.boxes] == [second, first]
    page.head.choice.set_value(ALL)
    reader.wait(lambda: page.all_digits is not None and page.conclusion.is_answer)
    page.head.choice.set_value(CONFUSED)
    reader.wait(lambda: page.confusion.matrix() is not None)
    matrix = page.confusion.matrix()
    assert matrix is not None
    assert matrix.shape == 2 * (len(other.data_set.classes),)
    page.confusion.table.cell_clicked.emit(0, 0)
    assert other.data_set.classes[0] in said(page)


@WORDS
def test_runs_on_different_data_sets_are_not_compared(
    reader: User, other: Other, trained: Trained, small: Small
) -> None:
    reader.window.run_list.add_finished(trained(small(epochs=1)))
    for key in ("noise", "rotation", "pruning", "dropout"):
        page = opened(reader, key)
        reader.wait(lambda page=page: "Only runs on" in said(page))
    page = opened(reader, "shrinking")
    assert isinstance(page, ShrinkingPage)
    page.choice.set_value("networks")
    assert "Only runs on" in said(page)
    page = opened(reader, "ensemble")
    assert isinstance(page, EnsemblePage)
    page.choices.source.set_value("runs")
    reader.wait(lambda: "Only runs on" in said(page))
    assert MNIST.name in said(page)
    assert other.data_set.name in said(page)
    page = opened(reader, "runs")
    assert isinstance(page, RunsPage)
    assert "learned other digits" in said(page)


@WORDS
def test_a_network_is_pruned_and_fine_tuned(reader: User, other: Other) -> None:
    page = opened(reader, "pruning")
    assert isinstance(page, PruningPage)
    before = len(reader.window.run_list.runs())
    reader.wait(lambda: len(page.plot.runs) == 2)
    page.actions_row.keep.click()
    reader.wait(lambda: len(reader.window.run_list.runs()) == before + 1)
    pruned = reader.window.run_list.runs()[-1].history
    assert pruned.pruning is not None
    assert pruned.experiment.data.dataset == other.data_set
