"""Completion in shells: the scripts that shells read (``bash.txt``, ``zsh.txt``, ``fish.txt``), and what answers them.

A script calls the program with ``_SEARCHIDX_COMPLETE`` set to the name of the shell and the command line so far in
``_SEARCHIDX_LINE``; it prints one candidate for the last word per line, with a tab and an explanation behind it where
there is one. A candidate that ends in ":" goes on and gets no space behind it.
"""
