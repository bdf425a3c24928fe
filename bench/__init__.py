"""What `make bench` measures: the figures of docs/performance.md, each as a ratio from one run."""
