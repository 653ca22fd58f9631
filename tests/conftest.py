"""What every test has: no display, settings of its own, and nothing left running behind it."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ[_name] = "1"
