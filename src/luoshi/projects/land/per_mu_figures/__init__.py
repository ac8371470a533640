"""The yearly figures by which an enterprise's benefit per mu is worked out."""
