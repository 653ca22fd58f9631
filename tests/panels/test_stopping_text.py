"""Stopping rules in words."""

import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.panels.stopping_text import condition_text, rule_text, stopping_text


@pytest.mark.parametrize(
    ("spec", "rule", "whole"),
    [
        (StoppingSpec(), "Off", "no early stopping"),
        (
            StoppingSpec(rule="no_improvement", parameter=10),
            "10 epochs without improvement",
            "stop: 10 epochs without improvement",
        ),
        (
            StoppingSpec(rule="no_improvement", parameter=20, watch="cost", action="mark"),
            "20 epochs without lower cost",
            "mark: 20 epochs without lower cost",
        ),
        (StoppingSpec(rule="gl", parameter=5), "GL 5", "stop: GL 5"),
        (StoppingSpec(rule="pq", parameter=0.75), "PQ 0.75", "stop: PQ 0.75"),
        (StoppingSpec(rule="up", parameter=3, action="mark"), "UP 3", "mark: UP 3"),
    ],
)
def test_a_rule_is_said_in_a_few_words(qapp: QApplication, spec: StoppingSpec, rule: str, whole: str) -> None:
    assert rule_text(spec) == rule
    assert stopping_text(spec) == whole
    assert condition_text(spec).endswith(".")
