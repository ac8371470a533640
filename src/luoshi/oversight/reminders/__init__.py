"""Who was reminded of which task, when and by which way, and whether it reached them."""
