"""Posts that people hold, and the actor that they make of a person."""
