"""From the engine to the window: the engine process, the thread that drives it, the clock that collects."""
