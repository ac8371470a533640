"""The units that stand beside the one that leads a task, and what they say when they are asked to countersign."""
