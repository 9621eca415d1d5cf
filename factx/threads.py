"""What numerical libraries read of a process's surroundings when they are loaded: how many threads they may start.

Matrices here are small: a second thread takes a second core's time and saves none, and N processes would fight for N cores.
"""

from __future__ import annotations

VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
