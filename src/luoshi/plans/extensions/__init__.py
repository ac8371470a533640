"""Extensions of the limits of tasks: asked for with a reason, approved by leaders."""
