"""对标值: what a target's figure is compared with in a month (全市平均), where it comes from, preliminary or official."""
