"""Pure analysis of German news: text in, attributed statements, hedges and tone out; no user interface."""

import os

# The matrices here are small: in numpy's matrix library a second thread costs more than it brings.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
