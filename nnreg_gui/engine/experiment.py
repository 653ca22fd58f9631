"""The frozen description of an experiment: on one computer, equal experiments give equal curves, bit for bit.

Other processors and other versions of numpy add up in another order, and their curves part by rounding.
The words are those of the lecture; the file format is JSON with the same names (``lambda_`` is ``"lambda"`` there).
A value that is missing in a file takes the default, which is Nielsen's overfitting run: 1,000 images, 784-30-10.
"""

import json
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import ClassVar, Self

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.data_set import LARGEST_SIDE, MNIST, MOST_IMAGES, DataSet, checked_data_set
from nnreg_gui.engine.experiment_document import FORMAT, VERSION, read_document
from nnreg_gui.engine.penalties import L1_RATIO, PENALTIES
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.specs import (
    LARGEST_NUMBER,
    Limits,
    Spec,
    checked_number,
    checked_whole,
    choice,
    from_dict,
    hidden_layers,
    number,
    number_between,
    shown,
    switch,
    to_dict,
    whole,
)

INITIAL_WEIGHTS = ("large", "scaled")
MOST_HIDDEN_LAYERS, MOST_NEURONS = 3, 2_000
STOPPING_RULES = ("none", "no_improvement", "gl", "pq", "up")
SAMPLES = ("first", "seed")
SCHEDULES = ("constant", "halving", "exponential")
WHOLE_PARAMETERS = ("no_improvement", "up")  # the rules that count epochs or strips
LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSpec(Spec):
    """Which digits: n of the training set.

    Attributes:
        training_images: n.
        sample: which of them: the "first", or those that the experiment's "seed" draws, which differ from seed to seed.
        wrong_labels: the share, 0…1, of these images that get a label of another digit; validation and test labels are
            always true.
    """

    section: ClassVar[str] = "data"
    dataset: DataSet = field(default=MNIST, metadata={"check": checked_data_set})
    training_images: int = whole(1_000, 1, MOST_IMAGES)
    sample: str = choice("first", SAMPLES)
    wrong_labels: float = number_between(0.0, 0, 1, "wrong_labels")

    def __post_init__(self) -> None:
        Spec.__post_init__(self)
        checked_whole("data.training_images", self.training_images, 1, self.dataset.training_images)

    @property
    def lies(self) -> int:
        """How many training images get a wrong label."""
        return round(self.wrong_labels * self.training_images)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkSpec(Spec):
    """The layers between pixels and outputs, and how their weights begin."""

    section: ClassVar[str] = "network"
    hidden: tuple[int, ...] = hidden_layers((30,), MOST_HIDDEN_LAYERS, MOST_NEURONS)
    activation: str = choice("sigmoid", tuple(ACTIVATIONS))
    initial_weights: str = choice("large", INITIAL_WEIGHTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularizationSpec(Spec):
    """The penalty on the weights with its λ, and the share p of hidden neurons that dropout switches off.

    Attributes:
        l1_ratio: of an elastic net, how much of λ goes to L1; the rest goes to L2. It is called so, and means the same,
            in scikit-learn.
    """

    section: ClassVar[str] = "regularization"
    penalty: str = choice("none", PENALTIES)
    lambda_: float = number(0.0, "λ", Limits(0, LARGEST_NUMBER))
    l1_ratio: float = number_between(L1_RATIO, 0, 1, "l1_ratio")
    penalize_biases: bool = switch(False)
    dropout: float = number(0.0, "p", Limits(0, 1, below=True))

    @property
    def penalizes(self) -> bool:
        """Whether there is a penalty, which one with λ = 0 is not."""
        return self.penalty != "none" and self.lambda_ > 0

    @property
    def is_mixed(self) -> bool:
        """Whether the penalty has a share of L1."""
        return self.penalty != "none" and PENALTIES[self.penalty].mixed is not None

    @property
    def is_off(self) -> bool:
        """Whether neither penalty nor dropout does anything."""
        return not self.penalizes and not self.dropout


@dataclass(frozen=True, slots=True, kw_only=True)
class AugmentationSpec(Spec):
    """How far training images are changed at random: every image draws its own values anew every epoch.

    A value is drawn uniformly from −range to +range where it has a sign, else from 0 to range; 0 is Off.

    Attributes:
        rotation: degrees; positive ones turn counter-clockwise.
        shift: pixels, to the right and down alike; at most half the side of the experiment's images.
        zoom: a fraction: 0.2 makes digits 0.8 to 1.2 times as large.
        shear: a fraction: how far a row moves to the side per row of distance from the middle.
        blur: pixels, σ of a Gaussian.
        mirror_horizontal, mirror_vertical: probability, of left and right, or top and bottom, being exchanged.
        brightness: a fraction: 0.3 multiplies the pixels by 0.7 to 1.3.
        contrast: a fraction: 0.3 moves the pixels to 0.7 to 1.3 times their distance from the image's mean.
        noise: standard deviation of what is added to each 0…1 pixel.
        elastic_alpha: pixels: how strong the elastic deformation is (Simard, Steinkraus and Platt 2003, who used 34).
        elastic_sigma: pixels: how smooth it is; it matters only where `elastic_alpha` is not 0.
    """

    section: ClassVar[str] = "augmentation"
    rotation: float = number_between(0.0, 0, 180, "rotation")
    shift: float = number_between(0.0, 0, LARGEST_SIDE / 2, "shift")
    zoom: float = number_between(0.0, 0, 0.9, "zoom")
    shear: float = number_between(0.0, 0, 2, "shear")
    blur: float = number_between(0.0, 0, 10, "blur")
    mirror_horizontal: float = number_between(0.0, 0, 1, "mirror_horizontal")
    mirror_vertical: float = number_between(0.0, 0, 1, "mirror_vertical")
    brightness: float = number_between(0.0, 0, 1, "brightness")
    contrast: float = number_between(0.0, 0, 1, "contrast")
    noise: float = number_between(0.0, 0, 1, "noise")
    elastic_alpha: float = number_between(0.0, 0, 200, "elastic_alpha")
    elastic_sigma: float = number_between(4.0, 0.5, 20, "elastic_sigma")

    @property
    def is_off(self) -> bool:
        """Whether nothing is changed."""
        return not any(getattr(self, one.name) for one in fields(self) if one.name != "elastic_sigma")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoppingSpec(Spec):
    """When to stop early; `nnreg_gui.engine.stopping` has the rules.

    Attributes:
        rule: "no_improvement" in so many epochs, Prechelt's "gl", "pq" or "up", or "none".
        parameter: how many epochs, or the α of GL and PQ, or the s of UP.
        watch: what "no_improvement" looks at, on the validation images; the other rules look at the cost.
        action: "stop" ends the run and restores the best epoch's network; "mark" only tells.
    """

    section: ClassVar[str] = "training.stopping"
    rule: str = choice("none", STOPPING_RULES)
    parameter: float = number(10.0, "parameter", Limits(0, 100_000, above=True))
    watch: str = choice("accuracy", ("accuracy", "cost"))
    action: str = choice("stop", ("stop", "mark"))

    def __post_init__(self) -> None:
        Spec.__post_init__(self)
        if self.rule in WHOLE_PARAMETERS and self.parameter != int(self.parameter):
            raise ExperimentError(
                "“{key}” must be a whole number, not {value}.",
                key="training.stopping.parameter",
                value=shown(self.parameter),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSpec(Spec):
    """How η falls while a run goes on; `nnreg_gui.engine.learning_rate` has the rules.

    Attributes:
        rule: "constant"; "halving": η is halved when the validation accuracy has not improved for `patience` epochs;
            "exponential": every epoch multiplies η by `gamma`.
    """

    section: ClassVar[str] = "training.schedule"
    rule: str = choice("constant", SCHEDULES)
    patience: int = whole(10, 1, 100_000)
    gamma: float = number(0.97, "γ", Limits(0, 1, above=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSpec(Spec):
    """Mini-batch gradient descent: η and how it falls, momentum μ, m, how many epochs, and when to stop before."""

    section: ClassVar[str] = "training"
    learning_rate: float = number(0.5, "η", Limits(0, 1_000, above=True))
    momentum: float = number(0.0, "μ", Limits(0, 1, below=True))
    schedule: ScheduleSpec = ScheduleSpec()
    batch_size: int = whole(10, 1, MOST_IMAGES)
    epochs: int = whole(400, 1, 100_000)
    stopping: StoppingSpec = StoppingSpec()


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment(Spec):
    """Everything that decides how a run goes.

    Raises:
        ExperimentError: a value is out of range; the sentence names its key.
    """

    data: DataSpec = DataSpec()
    network: NetworkSpec = NetworkSpec()
    cost: str = choice("cross_entropy", tuple(COSTS))
    regularization: RegularizationSpec = RegularizationSpec()
    augmentation: AugmentationSpec = AugmentationSpec()
    training: TrainingSpec = TrainingSpec()
    seed: int = whole(1, 0, LARGEST_SEED)

    def __post_init__(self) -> None:
        Spec.__post_init__(self)
        if self.training.batch_size > self.data.training_images:
            raise ExperimentError(
                "“{key}” is {m}, more than the {n} training images: choose a smaller mini-batch.",
                key="training.batch_size",
                m=f"{self.training.batch_size:,}",
                n=f"{self.data.training_images:,}",
            )
        limits = Limits(0, self.data.dataset.largest_shift)
        checked_number("augmentation.shift", self.augmentation.shift, "shift", limits)
        if self.penalty_step >= 1:
            raise self._step_too_large()

    @property
    def penalty_step(self) -> float:
        """ηλ/n: what each step takes from a weight, as a share (L2), as it is (L1) or both; 0 when it is off.

        Where η falls, it is that of the first epoch.
        """
        if self.regularization.penalty == "none":
            return 0.0
        return self.training.learning_rate * self.regularization.lambda_ / self.data.training_images

    def _step_too_large(self) -> ExperimentError:
        """Return why ηλ/n must be below 1."""
        return PENALTIES[self.regularization.penalty].refused(
            key="regularization.lambda",
            step=f"{self.penalty_step:g}",
            eta=f"{self.training.learning_rate:g}",
            lambda_=f"{self.regularization.lambda_:g}",
            n=f"{self.data.training_images:,}",
        )

    @property
    def essence(self) -> "Experiment":
        """The same experiment with each setting that has no effect at its default: equal essences, equal curves.

        Such as λ, which is kept for later while the penalty is off.
        """
        return _essence_of(self)

    @property
    def unregularized(self) -> "Experiment":
        """The same experiment without penalty, dropout and augmentation: what those are to be compared with."""
        return replace(self, regularization=RegularizationSpec(), augmentation=AugmentationSpec())

    def on(self, dataset: DataSet) -> "Experiment":
        """Return the same experiment on another data set: with fewer images, or shifts, where that has no more.

        λ shrinks with n, so that its step stays the same.
        """
        n = min(self.data.training_images, dataset.training_images)
        spec = self.regularization
        if n < self.data.training_images:
            scaled = min(spec.lambda_ * n / self.data.training_images, LARGEST_NUMBER)
            spec = replace(spec, lambda_=scaled)
        return replace(
            self,
            data=replace(self.data, dataset=dataset, training_images=n),
            regularization=spec,
            augmentation=replace(self.augmentation, shift=min(self.augmentation.shift, dataset.largest_shift)),
            training=replace(self.training, batch_size=min(self.training.batch_size, n)),
        )

    def may_become(self, other: "Experiment") -> bool:
        """Tell whether a run of this experiment may go on as `other`.

        What regularizes, the augmentation, η and how it falls, momentum and the stopping rule may be others.
        """
        return (
            (self.data, self.network, self.cost, self.seed) == (other.data, other.network, other.cost, other.seed)
            and self.training.batch_size == other.training.batch_size
            and self.training.epochs == other.training.epochs
        )

    def to_json(self) -> str:
        """Return the experiment as the text of an experiment file."""
        return json.dumps({"format": FORMAT, "version": VERSION, **to_dict(self)}, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read the text of an experiment file, whatever it says of what to show; raise as `from_file()`."""
        return cls.from_file(text)[0]

    @classmethod
    def from_file(cls, text: str | bytes) -> tuple[Self, tuple[str, ...]]:
        """Read the text of an experiment file, and which `GROUPS` of settings it shows; none: all of them.

        Raises:
            ExperimentError: no JSON, another format or version, an unknown or repeated key, a wrong value.
        """
        document, names_version, show = read_document(text)
        return from_dict(cls, document, from_program=names_version), show


@lru_cache(maxsize=1_000)  # asked for of every run, and every scenario, at every drawing
def _essence_of(experiment: Experiment) -> Experiment:
    data, network, spec = experiment.data, experiment.network, experiment.regularization
    augmentation, training = experiment.augmentation, experiment.training
    stopping = training.stopping
    if not data.lies:
        data = replace(data, wrong_labels=0.0)
    if data.training_images == data.dataset.training_images:
        data = replace(data, sample="first")  # there is nothing to draw
    if not network.hidden:
        network = replace(network, activation=NetworkSpec().activation)
        spec = replace(spec, dropout=0.0)
    if not spec.penalizes:
        spec = RegularizationSpec(dropout=spec.dropout)
    elif not spec.is_mixed:
        spec = replace(spec, l1_ratio=L1_RATIO)
    if not augmentation.elastic_alpha:
        augmentation = replace(augmentation, elastic_sigma=AugmentationSpec().elastic_sigma)
    if stopping.rule == "none":
        stopping = StoppingSpec()
    elif stopping.rule != "no_improvement":
        stopping = replace(stopping, watch=StoppingSpec().watch)
    unused = {"constant": ("patience", "gamma"), "halving": ("gamma",), "exponential": ("patience",)}
    first = {name: getattr(ScheduleSpec(), name) for name in unused[training.schedule.rule]}
    training = replace(training, schedule=replace(training.schedule, **first), stopping=stopping)
    return replace(
        experiment, data=data, network=network, regularization=spec, augmentation=augmentation, training=training
    )
