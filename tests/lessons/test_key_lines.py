"""The lines of keys, whatever TOML allows before them."""

import pytest

from nnreg_gui.lessons.key_lines import KeyLines, KeyPath

TEXT = '''\
first = 1  # a comment = not a key
"quoted key" . 'and.this' = """
not_a_key = 2
[not.a.table]
\\""" still not"""
list = [
  "a = 1", # ]
  { inner = 2 },
]
literal = \'\'\'
also_not = 3
\'\'\'
after = "#"

[table . sub]
key.dotted.deep = 1
[[array]]
one = 1
[array.inner]
two = 2
[[array.inner_array]]
three = 3
[[array.inner_array]]
three = 3
[[array]] # the second
one = ""
[array.inner]
two = {}
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("first",), 1),
        (("quoted key",), 2),
        (("quoted key", "and.this"), 2),
        (("list",), 6),
        (("list", 1, "inner"), 6),
        (("literal",), 10),
        (("after",), 13),
        (("table", "sub"), 15),
        (("table", "sub", "key"), 16),
        (("table", "sub", "key", "dotted", "deep"), 16),
        (("array",), 17),
        (("array", 0), 17),
        (("array", 0, "one"), 18),
        (("array", 0, "inner", "two"), 20),
        (("array", 0, "inner_array"), 21),
        (("array", 0, "inner_array", 0, "three"), 22),
        (("array", 0, "inner_array", 1, "three"), 24),
        (("array", 1), 25),
        (("array", 1, "one"), 26),
        (("array", 1, "inner"), 27),
        (("array", 1, "inner", "two"), 28),
        (("array", 1, "inner", "missing"), 27),
        (("missing",), 1),
        ((), 1),
    ],
)
def test_every_key_has_its_line(path: KeyPath, line: int) -> None:
    assert KeyLines(TEXT).line(path) == line
    assert KeyLines(TEXT.replace("\n", "\r\n")).line(path) == line
