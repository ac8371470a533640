"""督办文书: papers about tasks, numbered and kept as they were issued."""
