"""三方意见: the computed light of a project beside its owner's word and its checker's step."""
