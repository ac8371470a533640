"""年终预测: where each target will stand at its end, as a range and a chance, kept month by month and scored afterwards."""
