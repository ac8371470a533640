"""Whether a project will be delivered: the owner's word and the checker's step, month by month."""
