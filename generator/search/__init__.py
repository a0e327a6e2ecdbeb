"""Turns the catalogue into what the browser searches: analysed words, staff phrases, and an index made with lunr."""
