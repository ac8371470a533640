"""What asks for somebody's attention: lights that turned, what should be done by now."""
