"""Finding λ: many networks trained for one picture."""
