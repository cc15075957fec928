"""A clean data set into figures: pure functions, no clock, no file."""
