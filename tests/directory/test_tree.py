"""The tree of keys, without a database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.directory.units.tree import Tree

SMALL = Tree([(1, None), (2, 1), (3, 1), (4, 3), (5, 4)])


def test_a_subtree_holds_the_unit_and_all_under_it() -> None:
    assert SMALL.subtree(3) == {3, 4, 5}
    assert SMALL.subtree(1) == {1, 2, 3, 4, 5}
    assert SMALL.subtree(2) == {2}


def test_a_unit_outside_the_tree_has_nothing_under_it() -> None:
    assert SMALL.subtree(9) == frozenset()
    assert SMALL.path(9) == ()


def test_the_path_leads_from_the_root() -> None:
    assert SMALL.path(5) == (1, 3, 4, 5)
    assert SMALL.path(1) == (1,)


def test_standing_under_counts_the_unit_itself() -> None:
    assert SMALL.stands_under(5, 3)
    assert SMALL.stands_under(3, 3)
    assert not SMALL.stands_under(3, 5)


def test_a_ring_in_the_data_ends() -> None:
    ring = Tree([(1, 3), (2, 1), (3, 2)])
    assert ring.subtree(1) == {1, 2, 3}
    assert set(ring.path(1)) == {1, 2, 3}


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=30))
def test_under_and_upwards_say_the_same(parents: list[int]) -> None:
    tree = Tree([(0, None), *((i + 1, parent % (i + 1)) for i, parent in enumerate(parents))])
    for pk in tree.parents:
        assert tree.subtree(pk) == {other for other in tree.parents if tree.stands_under(other, pk)}
    assert set(tree.subtrees(tuple(tree.parents))) == set(tree.parents)
