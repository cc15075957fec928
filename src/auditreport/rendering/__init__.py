"""Figures into files: pages, Markdown and charts, all from the same object."""
