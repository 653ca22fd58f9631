"""The training loop: an experiment and digits in, events out."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.calls import Call
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits, Split, write_inputs
from nnreg_gui.engine.dropout import draw_masks
from nnreg_gui.engine.events import Changed, Event, Progress, Tested
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.learning_rate import FallingRate
from nnreg_gui.engine.measuring import data_cost_and_accuracy
from nnreg_gui.engine.network import Backpropagation, Parameters, in_one_array, initial_parameters
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.pruning import Pruned
from nnreg_gui.engine.recorder import Recorder
from nnreg_gui.engine.stopping import StoppingWatch
from nnreg_gui.engine.upcoming_images import UpcomingImages
from nnreg_gui.engine.wrong_labels import told_images

# How many images the loop trains before it looks up: a few milliseconds for the lecture's networks.
IMAGES_BETWEEN_EVENTS = 1_000
# How many are gathered at once: fewer cost more calls, more would not stay in a core's own cache.
_IMAGES_GATHERED = 50


def train(
    experiment: Experiment, digits: Digits, *, pruned: Pruned | None = None, threads: int = 1
) -> Generator[Event, Experiment | None, None]:
    """Train and report: an `EpochRecord` for epoch 0 and after every epoch, `Progress` in between, `Tested` at the end.

    To pause, stop iterating; to stop, drop it. To change λ, the penalty, dropout, augmentation, η, momentum or the
    stopping rule in mid-run, `send()` the changed experiment: it takes effect with the next mini-batch, and `send()`
    returns `Changed`.

    When the stopping rule fires, `Stopped` follows the epoch's record; if the rule is to stop the run, only `Tested`
    comes after that, about the restored network. A rule fires once; one chosen in mid-run judges all epochs of the run,
    and may fire again.

    Args:
        experiment: what to train.
        digits: what to train on, n training images or more.
        pruned: a network to begin with instead of an untrained one; its pruned weights are 0 after every step.
        threads: how many may measure at the same time. With several, the next images are learnt while an epoch is
            measured, which is undone where a change or a falling η comes between; all events are the same for any
            number.

    Raises:
        DivergedError: costs are beyond `LARGEST_COST`, or parameters no longer finite.
        ExperimentError: fewer digits than the experiment asks for, or a change that needs a new run.
    """
    n = experiment.data.training_images
    if n > len(digits.training):
        raise ExperimentError(
            "“{key}” is {n}, but there are only {available} training images.",
            key="data.training_images",
            n=f"{n:,}",
            available=f"{len(digits.training):,}",
        )
    streams = RandomStreams.of(experiment.seed)
    training, lies = told_images(experiment, digits)
    if pruned is None:
        sizes = (digits.pixels, *experiment.network.hidden, len(digits.classes))
        parameters, masks = initial_parameters(sizes, experiment.network.initial_weights, streams.weights), None
    else:
        parameters, masks = pruned.parameters, pruned.masks
    descent = _GradientDescent(parameters, experiment, training, streams.dropout, masks)
    parameters = descent.parameters

    watch, rate, in_use = StoppingWatch(), FallingRate(), parameters
    images = training.inputs.reshape(n, *digits.training.images.shape[1:])
    with (
        UpcomingImages(images, descent.images_at_once, streams.augmentation) as upcoming,
        Recorder(training, digits.validation, lies, threads) as recorder,
    ):
        last = experiment.training.epochs
        coming, seconds = _ComingEpoch(descent, upcoming, streams.batches), 0.0
        for epoch in range(last + 1):
            while epoch and not coming.is_over:
                coming.learn(rate.in_force(experiment))
                if not coming.is_over:  # at the end of the epoch, its record says more
                    progress = Progress(epoch, coming.used, coming.seconds)
                    experiment = yield from _tell(progress, experiment, epoch - 1 + coming.used / n)
            measuring = recorder.begin(parameters, experiment)
            if epoch:
                coming, seconds = _ComingEpoch(descent, upcoming, streams.batches), coming.seconds
            if threads > 1 and epoch < last:
                coming.learn_ahead(rate.expected(experiment))
            record = measuring.record(epoch, seconds)
            watch.take(record)
            rate.take(record.validation_accuracy)
            experiment = yield from _tell(record, experiment, float(epoch))
            stopped = watch.judge(experiment.training.stopping)
            if stopped is not None and stopped.restored:
                yield stopped
                in_use = stopped.best.parameters
                break
            if stopped is not None:
                experiment = yield from _tell(stopped, experiment, float(epoch))

    yield Tested(test_accuracy(in_use, experiment, digits))


def test_accuracy(parameters: Parameters, experiment: Experiment, digits: Digits) -> float:
    """Return the share of the test images that the network recognizes."""
    return data_cost_and_accuracy(parameters, experiment, digits.test)[1]


@dataclass(frozen=True, slots=True)
class RandomStreams:
    """Separate streams of random numbers: switching a method on changes neither start weights nor image order."""

    weights: "np.random.Generator"
    batches: "np.random.Generator"
    dropout: "np.random.Generator"
    augmentation: "np.random.Generator"

    @classmethod
    def of(cls, seed: int) -> "RandomStreams":
        """Spawn the streams of a seed."""
        return cls(*np.random.default_rng(seed).spawn(4))


class _State(NamedTuple):
    """All that a step changes: the parameters, v, and the stream for dropout."""

    parameters: np.ndarray
    velocity: np.ndarray | None
    dropout: Mapping[str, Any]


class _GradientDescent:
    """Changes its parameters in place, one mini-batch after another."""

    def __init__(
        self,
        initial: Parameters,
        experiment: Experiment,
        training: Split,
        dropout: "np.random.Generator",
        masks: tuple[np.ndarray, ...] | None,
    ) -> None:
        self._all_parameters, self.parameters = in_one_array(initial)
        # 1 where a weight or bias is left, 0 where one was pruned; None if nothing was.
        self._left = None if masks is None else in_one_array(Parameters(masks, initial.biases))[0]
        if self._left is not None:
            self._left[sum(mask.size for mask in masks or ()) :] = 1
        self._training, self._random, self.images = training, dropout, len(training)
        self._batch_size = m = experiment.training.batch_size
        self.images_at_once = m * max(1, IMAGES_BETWEEN_EVENTS // m)
        activation, cost = ACTIVATIONS[experiment.network.activation], COSTS[experiment.cost]
        of_size = partial(Backpropagation, self.parameters, activation=activation, cost=cost)
        self._arrays = of_size(m, batches=max(1, _IMAGES_GATHERED // m))
        # The last mini-batch of an epoch may be smaller: it gets arrays of its own size.
        self._last_arrays = of_size(len(training) % m) if len(training) % m else self._arrays
        self._gathered = np.empty(self._arrays.inputs.shape, np.uint8)
        self._scratch = np.empty_like(self._all_parameters)
        self._velocity: np.ndarray | None = None  # v; None while there is no momentum

    def learn(self, experiment: Experiment, rows: np.ndarray, augmented: np.ndarray | None) -> None:
        """Take a step for each mini-batch of these training images, or of their augmented versions.

        w → [the penalty's step](w) − (η/m) Σ_x ∂C_x/∂w and b → b − (η/m) Σ_x ∂C_x/∂b; with momentum μ,
        v → μv − (η/m) Σ_x ∂C_x/∂w, w → [the penalty's step](w) + v (Polyak's; Nielsen, chapter 3).

        The penalty's step stays that of the slide: it is taken of the weight, not of v. "L2 in the gradient" would take
        it of v, so that it lasts 1/(1 − μ) times as long; Loshchilov and Hutter 2019 (SGDW, AdamW) are for the former.
        """
        pixels, targets = self._training.images.reshape(self.images, -1), self._training.targets
        steps = {arrays: self._steps(experiment, arrays) for arrays in (self._arrays, self._last_arrays)}
        # Measuring notices a run that diverges. (Not around a yield: the state would leak to the caller.)
        with np.errstate(all="ignore"):
            for images, arrays in self._portions(len(rows)):
                chosen = rows[images]
                count = len(chosen)
                targets.take(chosen, 0, arrays.targets[:count], "clip")  # "raise" would buffer
                if augmented is None:  # not the inputs: four times as much to fetch from all over the memory
                    pixels.take(chosen, 0, self._gathered[:count], "clip")
                    write_inputs(self._gathered[:count], arrays.inputs[:count])
                else:
                    arrays.inputs[:count] = augmented[images]
                for calls in steps[arrays][: count // arrays.batch_size]:
                    for call in calls:
                        call()

    def _portions(self, count: int) -> Iterator[tuple[slice, Backpropagation]]:
        """Yield which images to gather at once, and the arrays for them: whole mini-batches, then a smaller one."""
        at_once, whole = len(self._arrays.inputs), count - count % self._batch_size
        for start in range(0, whole, at_once):
            yield slice(start, min(start + at_once, whole)), self._arrays
        if whole < count:
            yield slice(whole, count), self._last_arrays

    def state(self) -> _State:
        """Return what the next steps will change."""
        velocity = None if self._velocity is None else self._velocity.copy()
        return _State(self._all_parameters.copy(), velocity, self._random.bit_generator.state)

    def return_to(self, state: _State) -> None:
        """Undo all steps since then."""
        self._all_parameters[...], self._velocity, self._random.bit_generator.state = state

    def _steps(self, experiment: Experiment, arrays: Backpropagation) -> list[tuple[Call, ...]]:
        """Return, for each mini-batch that the arrays hold, what its step calls, in order."""
        training, dropout = experiment.training, experiment.regularization.dropout
        arrays.factor[...] = training.learning_rate / arrays.batch_size
        before = [partial(draw_masks, self._random, dropout, arrays.masks)] if dropout else []
        after = list(self._changes(experiment, arrays.all_gradients))
        return [(*before, *calls, *after) for calls in arrays.calls[dropout > 0]]

    def _changes(self, experiment: Experiment, gradients: np.ndarray) -> Iterator[Call]:
        """Yield what changes the parameters, given (η/m) Σ_x ∂C_x."""
        parameters, velocity = self._all_parameters, self._moving(experiment)
        if experiment.penalty_step:
            yield from self._penalty_of(experiment)
        if velocity is None:
            yield partial(np.subtract, parameters, gradients, parameters)
        else:
            momentum = np.array(experiment.training.momentum, parameters.dtype)
            yield partial(np.multiply, velocity, momentum, velocity)
            yield partial(np.subtract, velocity, gradients, velocity)
            yield partial(np.add, parameters, velocity, parameters)
        if self._left is not None:
            yield partial(np.multiply, parameters, self._left, parameters)

    def _moving(self, experiment: Experiment) -> np.ndarray | None:
        """Return v, which begins at 0 wherever momentum is switched on."""
        if not experiment.training.momentum:
            self._velocity = None
        elif self._velocity is None:
            self._velocity = np.zeros_like(self._all_parameters)
        return self._velocity

    def _penalty_of(self, experiment: Experiment) -> Iterator[Call]:
        """Yield what takes the penalty's step on the weights (and, on request, the biases)."""
        spec = experiment.regularization
        count = self._all_parameters.size if spec.penalize_biases else sum(w.size for w in self.parameters.weights)
        shrink = PENALTIES[spec.penalty].with_ratio(spec.l1_ratio).shrink
        return shrink.calls(self._all_parameters[:count], experiment.penalty_step, self._scratch[:count])


class _ComingEpoch:
    """An epoch of training, a thousand images or so at a time, of which the first may be learnt too early.

    Attributes:
        used: how many images it has learnt.
        seconds: how long that took.
    """

    def __init__(self, descent: _GradientDescent, upcoming: UpcomingImages, random: "np.random.Generator") -> None:
        self._descent, self._upcoming = descent, upcoming
        self._order = random.permutation(descent.images)
        self._ahead: tuple[Experiment, _State] | None = None
        self.used, self.seconds = 0, 0.0
        upcoming.begin_epoch(self._order)

    @property
    def is_over(self) -> bool:
        """Whether all images are learnt, none of them too early."""
        return self.used == self._descent.images and self._ahead is None

    def learn(self, experiment: Experiment) -> None:
        """Learn the next images; if that has been done too early, undo it where the experiment is another one now."""
        if self._ahead is not None:
            (expected, before), self._ahead = self._ahead, None
            if expected == experiment:
                return
            self._descent.return_to(before)
            self.used, self.seconds = 0, 0.0
        began = perf_counter()
        rows = self._order[self.used : self.used + self._descent.images_at_once]
        is_off = experiment.augmentation.is_off
        self._descent.learn(
            experiment, rows, None if is_off else self._upcoming.take(self.used, experiment.augmentation)
        )
        self.seconds += perf_counter() - began
        self.used += len(rows)

    def learn_ahead(self, experiment: Experiment) -> None:
        """Learn the first images now, while other threads are still measuring the epoch before."""
        before = self._descent.state()
        self.learn(experiment)
        self._ahead = experiment, before


def _tell(event: Event, experiment: Experiment, epoch: float) -> Generator[Event, Experiment | None, Experiment]:
    """Yield an event; return the experiment to go on with: the one sent in reply, or the same as before."""
    wish = yield event
    while wish is not None:
        if not experiment.may_become(wish):
            raise ExperimentError("Data, network, cost, mini-batch, epochs and seed cannot change while a run goes on.")
        before, experiment = experiment, wish
        wish = yield Changed(epoch, before, experiment)
    return experiment
