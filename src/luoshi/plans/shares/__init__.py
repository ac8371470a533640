"""目标分解: a target dealt out to units and quarters, so that the parts add up to it exactly."""
