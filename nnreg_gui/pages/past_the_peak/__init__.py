"""Past the peak: more coefficients than points, more parameters than images."""
