"""English pages: what comes out in Chinese is translated at the edge, by an ordinary catalogue. → ADR 33"""
