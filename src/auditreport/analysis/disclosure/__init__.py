"""Disclosure control: what a public edition hides, and the proof that it stays hidden."""
