"""Counts the assertions in a folder's Python files."""

import ast
import pathlib

PYTEST = {"raises", "warns"}


def is_assertion(node):
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return name.startswith("assert") or name in PYTEST
    return isinstance(node, ast.Assert)


def count(folder):
    files = pathlib.Path(folder).rglob("*.py")
    return sum(is_assertion(node) for file in files for node in ast.walk(ast.parse(file.read_bytes())))
