"""From the engine to the window: the engine process, the thread that drives it, the clock that collects.

Why a process under the thread? A mini-batch of 10 images is some twenty numpy calls of 1 to 5 µs each, and on every one
the interpreter's lock changes hands. Measured on two cores with 784-30-10, m = 10, n = 50,000 and three live plots in a
window of 1280 × 800:

================================================  =================  ==========================
where numpy computes                              seconds per epoch  frame gap, median / p95
================================================  =================  ==========================
alone, no window                                  0.45
in a QThread of the window's process              1.3 to 2.1         45 / 72 ms
in a process of its own, read by a QThread        0.43 to 0.58       5 / 27 ms
================================================  =================  ==========================

Only frozen objects cross the pipe, and histograms are counted where the weights are: reading weights while another
thread changed them has crashed `np.histogram`.
"""
