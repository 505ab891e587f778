"""What searchidx withstands, in figures: kills, damage, odd files, odd queries, readers beside a writer, updates.

    python -m benchmarks.robustness kill                   kill a build, a rebuild, an update at every file operation
    python -m benchmarks.robustness readers                eight readers while fifty generations are committed
    python -m benchmarks.robustness damage                 flip 500 bytes, cut 100 files
    python -m benchmarks.robustness disk                   a disk that is full, at every size
    python -m benchmarks.robustness files                  10,000 files made by a fuzzer
    python -m benchmarks.robustness queries                100,000 mutated queries
    python -m benchmarks.robustness update FOLDER          how long an update takes, against a full build
    python -m benchmarks.robustness unchanged              how long it takes to see that 100,000 files are unchanged

Each prints figures and fails with an error where something is lost, wrong or left hanging. ``--seed`` makes other
mutations of the same kinds.
"""
