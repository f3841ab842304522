"""Time."""

import time


def timed(work):
    """Seconds that some work took, and what came of it."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result
