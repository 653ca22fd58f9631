"""Which rule stops where, on recorded curves."""

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.stopping import stop_epoch
from nnreg_gui.pages.stopping.rule_race import RULES, Finish, RuleRace, lowest_cost, winner
from tests.pages.stopping.race_material import go_on, overfitting_run


def test_a_finish_is_where_the_rule_stops_with_the_figures_of_the_best_epoch() -> None:
    history, race = overfitting_run(60), RuleRace()
    rules = [StoppingSpec(rule="gl", parameter=1), StoppingSpec(rule="no_improvement", parameter=10)]

    # Epoch 12 has 1.012, more than 1 % above 1.000; accuracy is highest from epoch 20 on.
    assert race.finishes(history, rules) == [Finish(12, 10, 1.0, float(history.column("validation_accuracy")[10])),
                                             Finish(30, 20, 1.06, 0.8)]  # fmt: skip


def test_while_a_run_goes_on_it_says_what_the_whole_run_will_say() -> None:
    whole, growing, race = overfitting_run(80), overfitting_run(0), RuleRace()
    for epoch in range(81):
        go_on(growing, epoch)
        told = race.finishes(growing, RULES)
    curves = [whole.column(name) for name in ("training_cost", "validation_cost", "validation_accuracy")]

    assert [finish.epoch if finish is not None else None for finish in told] == [
        stop_epoch(rule, *curves) for rule in RULES
    ]
    assert any(finish is not None for finish in told)


def test_another_run_begins_another_race() -> None:
    race = RuleRace()
    assert any(race.finishes(overfitting_run(60), RULES))
    assert not any(race.finishes(overfitting_run(3), RULES))


def test_the_best_is_the_first_of_equals() -> None:
    finishes = [None, Finish(30, 20, 1.1, 0.8), Finish(25, 20, 1.1, 0.8), Finish(12, 10, 1.0, 0.7)]

    assert winner(finishes) == 2
    assert lowest_cost(finishes) == 3
    assert winner([None, None]) is None
    assert lowest_cost([]) is None
