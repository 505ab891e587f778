"""From a folder to its index: what changed, building, and keeping both in agreement."""
