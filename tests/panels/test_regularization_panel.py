"""The choice of what keeps the network from learning by heart."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import DataSpec, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.panels.regularization_panel import RegularizationPanel
from nnreg_gui.widgets.formula_label import FormulaLabel
from nnreg_gui.widgets.number_box import NumberBox

Said = list[RegularizationSpec]


@pytest.fixture
def panel(show: Callable[[QWidget], QWidget]) -> RegularizationPanel:
    panel = RegularizationPanel()
    show(panel)
    return panel


@pytest.fixture
def said(panel: RegularizationPanel) -> Said:
    said: Said = []
    panel.changed.connect(lambda: said.append(panel.value()))
    return said


def _numbers(panel: RegularizationPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if "ηλ/n" in label.text() and label.isVisible()]


def _formulas(panel: RegularizationPanel) -> list[str]:
    return [label.accessibleName() for label in panel.findChildren(FormulaLabel) if label.isVisible()]


@pytest.mark.parametrize(
    "spec",
    [
        RegularizationSpec(),
        RegularizationSpec(penalty="l2", lambda_=0.1),
        RegularizationSpec(penalty="l1", lambda_=0.0123, penalize_biases=True, dropout=0.35),
        RegularizationSpec(penalty="elastic_net", lambda_=0.2, l1_ratio=0.123456789),
        RegularizationSpec(penalty="l2", lambda_=0.0),
        RegularizationSpec(penalty="none", lambda_=7.0, dropout=0.999),
    ],
)
def test_its_value_is_what_was_set_and_setting_is_no_decision(
    panel: RegularizationPanel, said: Said, spec: RegularizationSpec
) -> None:
    panel.set_value(spec)

    assert panel.value() == spec
    assert said == []


def test_a_penalty_that_is_switched_on_has_a_strength(
    panel: RegularizationPanel, said: Said, choose: Callable[[QWidget, str], None]
) -> None:
    choose(panel, "L2")
    assert said == [RegularizationSpec(penalty="l2", lambda_=0.1)]

    choose(panel, "L1")
    choose(panel, "Off")
    assert [spec.penalty for spec in said] == ["l2", "l1", "none"]
    assert panel.summary() == "Off"


def _share(panel: RegularizationPanel) -> NumberBox:
    return next(box for box in panel.findChildren(NumberBox) if box.accessibleName() == "L1 share")


def test_the_share_of_l1_is_seen_only_where_there_is_one_and_kept(
    panel: RegularizationPanel,
    said: Said,
    choose: Callable[[QWidget, str], None],
    type_number: Callable[[QWidget, str, str], None],
) -> None:
    choose(panel, "L2")
    assert not _share(panel).isVisible()
    choose(panel, "L1+L2")
    assert _share(panel).isVisible()
    assert "λ₁" in _share(panel).accessibleDescription()
    type_number(panel, "L1 share", "0.25")
    assert said[-1] == RegularizationSpec(penalty="elastic_net", lambda_=0.1, l1_ratio=0.25)
    assert panel.summary() == "elastic net λ 0.1, L1 share 0.25"

    choose(panel, "L1")
    assert not _share(panel).isVisible()
    choose(panel, "L1+L2")
    assert panel.value().l1_ratio == 0.25


def test_escape_leaves_the_share_as_it_was(panel: RegularizationPanel, said: Said) -> None:
    panel.set_value(RegularizationSpec(penalty="elastic_net", lambda_=0.1, l1_ratio=0.123456789))
    box = _share(panel)
    box.setFocus()
    QTest.keyClicks(box, "0.9")
    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert (panel.value().l1_ratio, said) == (0.123456789, [])


def _visible_texts(panel: RegularizationPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_both_parts_of_an_elastic_net_are_written_also_for_a_share_that_is_dragged_over(
    panel: RegularizationPanel, choose: Callable[[QWidget, str], None]
) -> None:
    choose(panel, "L1+L2")
    slider = next(s for s in panel.findChildren(QSlider) if s.accessibleName() == "L1 share")
    assert "λ₁ = 0.05, ηλ₁/n = 0.000025\nλ₂ = 0.05, 1 − ηλ₂/n = 0.999975" in _visible_texts(panel)
    assert all("elastic net" in name for name in _formulas(panel))
    left = QPoint(2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=left)
    assert "λ₁ = 0, ηλ₁/n = 0\nλ₂ = 0.1, 1 − ηλ₂/n = 0.99995" in _visible_texts(panel)
    assert panel.value().l1_ratio == 0.5
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=left)
    assert panel.value().l1_ratio == 0


def test_a_strength_that_was_chosen_is_kept(
    panel: RegularizationPanel,
    choose: Callable[[QWidget, str], None],
    type_number: Callable[[QWidget, str, str], None],
) -> None:
    choose(panel, "L2")
    type_number(panel, "λ", "5")
    choose(panel, "Off")
    choose(panel, "L2")

    assert panel.value().lambda_ == 5


def test_off_means_that_there_is_nothing_to_set(
    panel: RegularizationPanel, choose: Callable[[QWidget, str], None]
) -> None:
    biases = panel.findChild(QCheckBox)
    assert not biases.isEnabled()
    assert _numbers(panel) == []
    assert len(_formulas(panel)) == 2

    choose(panel, "L2")
    assert biases.isEnabled()
    QTest.mouseClick(biases, Qt.MouseButton.LeftButton, pos=QPoint(8, biases.height() // 2))
    assert panel.value().penalize_biases


@pytest.mark.parametrize(
    ("penalty", "number", "text"),
    [("L2", "0.1", "1 − ηλ/n = 0.99995"), ("L2", "5", "1 − ηλ/n = 0.9975"), ("L1", "0.5", "ηλ/n = 0.00025")],
)
def test_the_numbers_are_filled_in(
    panel: RegularizationPanel,
    choose: Callable[[QWidget, str], None],
    type_number: Callable[[QWidget, str, str], None],
    penalty: str,
    number: str,
    text: str,
) -> None:
    choose(panel, penalty)
    type_number(panel, "λ", number)

    assert _numbers(panel) == [text]
    assert all(penalty in name for name in _formulas(panel))


def test_the_formulas_follow_a_slider_that_is_dragged_the_value_when_it_is_let_go(
    panel: RegularizationPanel, said: Said, choose: Callable[[QWidget, str], None], qtbot: QtBot
) -> None:
    choose(panel, "L2")
    said.clear()
    before = _numbers(panel)
    slider = next(s for s in panel.findChildren(QSlider) if s.accessibleName() == "λ")
    right = QPoint(slider.width() - 2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=right)
    assert said == []
    assert _numbers(panel) == ["1 − ηλ/n = 0.95"] != before
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=right)

    assert [spec.lambda_ for spec in said] == [100.0]
    assert _numbers(panel) == ["1 − ηλ/n = 0.95"]


def test_dropout_shows_its_formula_only_when_it_is_on(
    panel: RegularizationPanel, said: Said, type_number: Callable[[QWidget, str, str], None]
) -> None:
    assert "Dropout" not in _formulas(panel)
    type_number(panel, "Dropout p", "0.5")

    assert "Dropout" in _formulas(panel)
    assert said == [RegularizationSpec(dropout=0.5)]


def test_the_initial_weights_a_confounder_stand_beside_the_penalty(panel: RegularizationPanel) -> None:
    texts = {label.text() for label in panel.findChildren(QLabel)}
    assert "Initial weights: large" in texts

    panel.set_others(DataSpec(), NetworkSpec(initial_weights="scaled"), TrainingSpec())
    texts = {label.text() for label in panel.findChildren(QLabel)}
    assert "Initial weights: scaled" in texts


def test_its_numbers_are_czech_in_czech(czech: None, show: Callable[[QWidget], QWidget]) -> None:
    panel = RegularizationPanel()
    show(panel)
    panel.set_value(RegularizationSpec(penalty="l2", lambda_=0.1))

    assert panel.summary() == "L2 λ 0,1"
    assert _numbers(panel) == ["1 − ηλ/n = 0,99995"]
    panel.set_value(RegularizationSpec(penalty="elastic_net", lambda_=0.1))
    assert panel.summary() == "elastická síť λ 0,1, podíl L1 0,5"
