"""What texts mean, by a sentence model that a force supplies: an extra; without it words are compared.

Nothing here is imported unless a model is set, so its packages need not be installed.
"""

import os

# Before NumPy is imported. A second thread would win a fifth on an idle machine, and on a busy one the two
# wait for each other ten times as long as they work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
