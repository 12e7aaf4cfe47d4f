"""The peers of the evaluation engine: TOPSIS, entropy and CRITIC by pymcdm and by scikit-criteria, each by its quickest public function.

Reads a matrix (two whole numbers, then rows of doubles) and prints, as JSON, the quickest of several runs and the results.
A positive argument follows: how many runs.
"""

import json
import sys
import time
import warnings

import numpy as np
import pymcdm
import skcriteria
from pymcdm import methods, normalizations
from pymcdm import weights as pymcdm_weights
from skcriteria.agg import topsis as skc_topsis
from skcriteria.preprocessing import distance, weighters

warnings.filterwarnings("ignore")


def timed(runs, work):
    """The quickest of several runs, in seconds, and the result."""
    best = float("inf")
    for _ in range(runs):
        began = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - began)
    return {"seconds": best, "result": np.asarray(result, dtype=float).tolist()}


def main() -> None:
    with open(sys.argv[1], "rb") as file:
        rows, columns = np.fromfile(file, dtype="<u8", count=2)
        matrix = np.fromfile(file, dtype="<f8").reshape(int(rows), int(columns))
    runs = int(sys.argv[2])
    # Every third column is a cost, and weights grow from column to column.
    directions = np.where(np.arange(columns) % 3 == 1, -1, 1)
    weights = 1.0 + np.arange(columns) % 5
    weights = weights / weights.sum()

    pymcdm_topsis = methods.TOPSIS(normalizations.minmax_normalization)
    ones = np.ones(int(columns), dtype=int)

    def by_scikit_criteria():
        scaled = distance.matrix_scale_by_cenit_distance(matrix, directions)
        return skc_topsis.topsis(scaled, ones, weights)[3]

    told = {
        "pymcdm": {
            "version": pymcdm.__version__,
            "topsis": timed(runs, lambda: pymcdm_topsis(matrix, weights, directions)),
            "entropy": timed(runs, lambda: pymcdm_weights.entropy_weights(matrix)),
            "critic": timed(runs, lambda: pymcdm_weights.critic_weights(matrix)),
        },
        "scikit-criteria": {
            "version": skcriteria.__version__,
            "topsis": timed(runs, by_scikit_criteria),
            "entropy": timed(runs, lambda: weighters.entropy_weights(matrix)),
            "critic": timed(runs, lambda: weighters.critic_weights(matrix, ones)),
        },
    }
    print(json.dumps(told))


main()
