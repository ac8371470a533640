"""督办文书: papers about tasks and lights, numbered and kept as they were issued."""
