"""No file imports itself through others: whichever is imported first, all of it is there."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp
import pytest


@pytest.mark.parametrize("package", ["animemoji", "bot", "pipeline", "studio"])
def test_files_do_not_import_each_other_in_a_circle(package: str) -> None:
    """Also not for type checkers alone. A circle is an error that names its files."""
    graph = grimp.build_graph(package, cache_dir=None)
    files = TopologicalSorter({file: graph.find_modules_directly_imported_by(file) for file in graph.modules})
    assert len(list(files.static_order())) == len(graph.modules) > 10
