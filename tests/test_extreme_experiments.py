"""Experiments at the limits of what is possible: the panel shows them as they are, and every page copes with them."""

import sys
from math import isfinite

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.experiment import LARGEST_SEED, DataSpec, Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.pages.ensemble.ensemble_plan import EnsemblePlan
from nnreg_gui.pages.finding_lambda.sizes_plan import ALL_SIZES
from tests.conftest import User
from tests.fixture_types import Small
from tests.test_all_views import _views

EXTREMES = {
    "huge λ, tiny η": {"lambda_": 1e24, "learning_rate": 1e-24, "penalty": "l2"},
    "largest λ, switched off": {"lambda_": 1.7e308, "images": 2000},
    "smallest λ, all but one neuron off": {"lambda_": 5e-324, "penalty": "l1", "dropout": 1 - 2**-53},
    "one image": {"images": 1, "batch_size": 1, "hidden": (), "seed": LARGEST_SEED},
}


@pytest.mark.drawn
def test_every_page_lives_with_extreme_experiments(user: User, small: Small) -> None:
    for extreme, settings in EXTREMES.items():
        experiment = small(**{"images": 1000, "hidden": (10,), "epochs": 1, **settings})
        user.show(experiment)
        assert user.window.panel.value() == experiment, extreme
        user.key(Qt.Key.Key_Space)
        user.wait_for_end()
        assert user.history.experiment == experiment, extreme
        for _ in _views(user):
            QApplication.processEvents()
            assert "fault" not in user.window.message.text(), extreme
        assert user.window.panel.value() == experiment, extreme


def test_a_lambda_that_is_scaled_with_the_images_stays_a_number() -> None:
    huge = Experiment(
        data=DataSpec(training_images=1_001),
        regularization=RegularizationSpec(penalty="l2", lambda_=sys.float_info.max),
        training=TrainingSpec(learning_rate=1e-307),
    )
    experiments = (*EnsemblePlan().pair(huge), *ALL_SIZES.grid(huge).search.experiments)

    assert len(experiments) > 20
    assert all(isfinite(one.regularization.lambda_) for one in experiments)
