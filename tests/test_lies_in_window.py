"""A run that is told lies, with augmentation, dropout and early stopping, on the pages about these, in the window."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment, StoppingSpec
from nnreg_gui.engine.wrong_labels import told_images
from nnreg_gui.pages.dropout.dropout_page import DropoutPage
from nnreg_gui.pages.pruning.pruning_page import PruningPage
from nnreg_gui.pages.stopping.stopping_page import StoppingPage
from tests.conftest import User
from tests.fixture_types import Small
from tests.test_asking_pages import open_augmentation, train
from tests.test_why_pages import open_page, press, said

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def lying(small: Small) -> Experiment:
    experiment = small(images=200, hidden=(8,), epochs=30, dropout=0.2)
    return replace(
        experiment,
        data=replace(experiment.data, wrong_labels=0.3),
        augmentation=AugmentationSpec(rotation=10.0),
        training=replace(experiment.training, stopping=StoppingSpec(rule="no_improvement", parameter=2.0)),
    )


@pytest.mark.drawn
def test_the_pages_work_with_a_run_that_is_told_lies(user: User, lying: Experiment, digits: Digits) -> None:
    train(user, lying)
    history = user.history
    assert history is not None
    assert history.in_use is not None
    learnt = f"{100 * (history.in_use.wrong_labels_learnt or 0):.1f}\N{NO-BREAK SPACE}%"

    augmentation = open_augmentation(user)
    augmentation.choice.set_value("check")
    user.wait(lambda: augmentation.conclusion.is_answer)
    user.key(Qt.Key.Key_5, ALT)
    stopping = user.window.tabs.page
    assert isinstance(stopping, StoppingPage)
    user.wait(lambda: stopping.conclusion.is_answer)

    dropout = open_page(user, "dropout")
    assert isinstance(dropout, DropoutPage)
    user.wait(lambda: dropout.mini_batch.walk is not None and dropout.mini_batch.walk.start.told is not None)
    assert dropout.mini_batch.walk is not None
    assert np.array_equal(dropout.mini_batch.walk.targets, told_images(lying, digits)[0][:10].targets)

    pruning = open_page(user, "pruning")
    assert isinstance(pruning, PruningPage)
    user.wait(lambda: f"Run 1 repeats {learnt} of its 60 wrong labels, pruned " in said(pruning))
    press(user, Qt.Key.Key_A, pruning.actions_row.tune)
    user.wait(lambda: ", fine-tuned " in said(pruning))
    press(user, Qt.Key.Key_U, pruning.actions_row.keep)
    user.wait(lambda: len(user.window.run_list.runs()) == 2)

    ensemble = open_page(user, "ensemble")
    user.key(Qt.Key.Key_G)
    user.wait(lambda: "Wrong labels repeated, alone → together (by vote): chosen runs " in said(ensemble))
    assert "All were told the same lies." in said(ensemble)
