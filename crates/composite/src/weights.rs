//! Where weights come from: given, equal, judged by experts (AHP), or drawn from the numbers (entropy, CRITIC, deviation, principal components,
//! benefit of the doubt). Each is a function of a matrix and of choices that it names.
