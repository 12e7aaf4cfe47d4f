//! How columns become one number or one order: weighted means of any power, TOPSIS, Copeland, chained growth.
