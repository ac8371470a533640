"""A folder of plans read into tables on disk: on all cores of this machine or on a cluster, interrupted and resumed."""
