"""Two workers, so many seconds, and what came of it."""

from ortools.sat.python import cp_model


def solve(model, seconds, seed, workers=2):
    """The value of each variable, or nothing where no plan was found; and what is to be told."""
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = workers
    import os
    solver.parameters.log_search_progress = bool(os.environ.get("LOG"))
    solver.parameters.log_to_stdout = True
    status = solver.solve(model)
    told = {"status": solver.status_name(status).lower(), "seconds": round(solver.wall_time, 2)}
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, told
    told |= {"objective": round(solver.objective_value), "bound": round(solver.best_objective_bound)}
    return solver.value, told
