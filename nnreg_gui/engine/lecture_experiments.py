"""The experiments that pages compare unless the user has trained others: one run then serves all pages."""

from dataclasses import replace

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec

# Nielsen's 784-30-10 on 1,000 images for 400 epochs, with the same initial weights and order of images in all.
UNREGULARIZED = Experiment(seed=1)
# The λ that the lecture's source uses for L2, and the best of those measured for L1.
WITH_L2 = replace(UNREGULARIZED, regularization=RegularizationSpec(penalty="l2", lambda_=0.1))
WITH_L1 = replace(UNREGULARIZED, regularization=RegularizationSpec(penalty="l1", lambda_=0.2))
