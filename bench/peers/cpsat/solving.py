"""Two workers, so many seconds, and what came of it."""

import time

from ortools.sat.python import cp_model

WORKERS = 2
# What the simpler model, and then the whole one with all that it found kept, may take of the time.
SIMPLER, KEPT = 0.15, 0.2


def solve(simpler, whole, seconds, seed):
    """The value of each variable of the whole model, or nothing where no plan was found; and what is to be told.

    The variables of the simpler model are the first ones of the whole one. It is solved first; then the whole one with those variables kept;
    then the whole one from there, which has most of the time.
    """
    began = time.monotonic()
    first = run(simpler, SIMPLER * seconds, seed)
    values = solution(first) if has_plan(first) else []
    kept = whole.clone()
    for number, value in enumerate(values):
        kept.add(kept.get_int_var_from_proto_index(number) == value)
    second = run(kept, KEPT * seconds, seed) if len(values) else first
    if second is not first and has_plan(second):
        values = solution(second)
    for number, value in enumerate(values):
        whole.add_hint(whole.get_int_var_from_proto_index(number), value)
    last = run(whole, seconds - (time.monotonic() - began), seed)

    told = {"status": last[1], "seconds": round(time.monotonic() - began, 2)}
    if not has_plan(last):
        return None, told
    solver = last[0]
    told |= {"objective": round(solver.objective_value), "bound": round(solver.best_objective_bound)}
    return solver.value, told


def run(model, seconds, seed, probing=None):
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(seconds, 0.1)
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = WORKERS
    if probing is not None:
        solver.parameters.cp_model_probing_level = probing
    return solver, solver.status_name(solver.solve(model)).lower()


def has_plan(run):
    return run[1] in ("optimal", "feasible")


def solution(run):
    return list(run[0].response_proto.solution)
