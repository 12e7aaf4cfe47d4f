"""Two workers, so many seconds, and what came of it."""

import time

from ortools.sat.python import cp_model

WORKERS = 2
# What a simpler model may take of the time before the whole one begins from what it found.
FIRST = 0.15


def solve(models, seconds, seed):
    """The value of each variable of the last model, or nothing where no plan was found; and what is to be told.

    The variables of each model are the first ones of the next, which begins from their values.
    """
    began = time.monotonic()
    hint = []
    for model in models:
        for number, value in enumerate(hint):
            model.proto.solution_hint.vars.append(number)
            model.proto.solution_hint.values.append(value)
        solver = cp_model.CpSolver()
        is_last = model is models[-1]
        left = seconds - (time.monotonic() - began)
        solver.parameters.max_time_in_seconds = left if is_last else FIRST * seconds
        solver.parameters.random_seed = seed
        solver.parameters.num_workers = WORKERS
        status = solver.solve(model)
        has_plan = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        if has_plan and not is_last:
            hint = [round(value) for value in solver.response_proto.solution]
    told = {"status": solver.status_name(status).lower(), "seconds": round(time.monotonic() - began, 2)}
    if not has_plan:
        return None, told
    told |= {"objective": round(solver.objective_value), "bound": round(solver.best_objective_bound)}
    return solver.value, told
