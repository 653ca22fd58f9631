"""The lecture's words, each in a sentence."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Term(NamedTuple):
    """A word, its meaning, and the name of the page that shows it; "" if none does."""

    word: str
    meaning: str
    page: str


def glossary() -> list[Term]:
    """Return the words in the present language, in the order of the lecture."""
    return [*_about_learning(), *_about_overfitting(), *_about_regularization(), *_about_other_ways()]


def _about_learning() -> list[Term]:
    return [
        Term(
            translate("Glossary", "Cost C₀"),
            translate("Glossary", "How far the outputs are from the right ones; training makes it small."),
            "learning",
        ),
        Term(
            translate("Glossary", "Weights and biases"),
            translate("Glossary", "The parameters of a network, which training changes step by step."),
            "weights",
        ),
        Term(
            translate("Glossary", "Epoch"), translate("Glossary", "One pass through all training images."), "learning"
        ),
        Term(
            translate("Glossary", "Mini-batch m"),
            translate("Glossary", "The few images whose mean gradient decides one step."),
            "dropout",
        ),
        Term(
            translate("Glossary", "Learning rate η"),
            translate("Glossary", "How far each step goes against the gradient."),
            "finding_lambda",
        ),
        Term(
            translate("Glossary", "Seed"),
            translate("Glossary", "The number from which initial weights and the order of the images are drawn."),
            "runs",
        ),
    ]


def _about_overfitting() -> list[Term]:
    return [
        Term(
            translate("Glossary", "Training set"),
            translate("Glossary", "The images that a network learns from: n of the 50,000 in MNIST."),
            "learning",
        ),
        Term(
            translate("Glossary", "Validation set"),
            translate(
                "Glossary", "Images that are never learned, 10,000 in MNIST: they show whether the network generalizes."
            ),
            "mistakes",
        ),
        Term(
            translate("Glossary", "Test set"),
            translate("Glossary", "Other images, 10,000 in MNIST, on which a run is measured once, at its end."),
            "runs",
        ),
        Term(
            translate("Glossary", "Overfitting"),
            translate(
                "Glossary",
                "The network knows its training images well, but does not generalize to new ones.",
            ),
            "learning",
        ),
        Term(
            translate("Glossary", "Wrong labels"),
            translate(
                "Glossary",
                "A share of the training images gets the label of another digit: a network that repeats these lies has "
                "learnt the noise.",
            ),
            "mistakes",
        ),
        Term(
            translate("Glossary", "Early stopping"),
            translate("Glossary", "Training ends when the validation images no longer gain."),
            "stopping",
        ),
        Term(
            translate("Glossary", "Occam’s razor"),
            translate("Glossary", "Of two models that fit, take the simpler one."),
            "fitting",
        ),
        Term(
            translate("Glossary", "Double descent"),
            translate(
                "Glossary",
                "With more and more parameters the error falls, peaks where they can just fit everything, and falls "
                "again.",
            ),
            "past_the_peak",
        ),
    ]


def _about_regularization() -> list[Term]:
    return [
        Term(
            translate("Glossary", "Regularization"),
            translate("Glossary", "Extra rules during training, so that the network generalizes better."),
            "learning",
        ),
        Term(
            translate("Glossary", "L2 (weight decay)"),
            translate("Glossary", "Adds (λ/2n) Σ w² to the cost: each step shrinks every weight in proportion to it."),
            "shrinking",
        ),
        Term(
            translate("Glossary", "L1"),
            translate("Glossary", "Adds (λ/n) Σ |w| to the cost: each step takes the same amount from every weight."),
            "shrinking",
        ),
        Term(
            translate("Glossary", "Elastic net"),
            translate("Glossary", "L1 and L2 at once; a share of λ goes to L1, the rest to L2."),
            "finding_lambda",
        ),
        Term(
            translate("Glossary", "Regularization parameter λ"),
            translate("Glossary", "Small λ stresses the cost, large λ small weights."),
            "finding_lambda",
        ),
        Term(
            translate("Glossary", "Dropout p"),
            translate("Glossary", "For every image, each hidden neuron is switched off with probability p."),
            "dropout",
        ),
    ]


def _about_other_ways() -> list[Term]:
    return [
        Term(
            translate("Glossary", "Data augmentation"),
            translate("Glossary", "Training images are turned, moved or blurred at random, so that there are more."),
            "augmentation",
        ),
        Term(
            translate("Glossary", "Pruning"),
            translate("Glossary", "The smallest weights of a trained network are set to 0."),
            "pruning",
        ),
        Term(
            translate("Glossary", "Ensembling"),
            translate("Glossary", "Several networks answer together, by the average of their outputs."),
            "ensemble",
        ),
        Term(
            translate("Glossary", "Robustness"),
            translate("Glossary", "A small change of the image changes the outputs little."),
            "noise",
        ),
    ]
