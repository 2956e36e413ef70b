"""Stands in for TensorFlow: names without contents, so that Rasa starts in half the time.

Rasa imports its neural components (DIET, TED, ...) even when config.yml uses none, and with them TensorFlow:
350 MB and 3 seconds for nothing. The names are enough to define those classes; creating or calling one says
what to do. `engine/rasa` puts this folder on the path; see docs/decisions/0002-processes-and-runner.md.
"""

import importlib.abc
import importlib.machinery
import sys

FAMILY = {"tensorflow", "tensorflow_addons", "tensorflow_hub", "keras"}


class Named(type):
    """A class for each name that is asked for: it can be a base class or a type hint, and no more."""

    def __getattr__(cls, name):
        return named(name)

    def __call__(cls, *args, **kwargs):
        raise RuntimeError(
            f"{cls.__name__}: TensorFlow is not loaded. A neural component in config.yml needs it: "
            "take engine/lean off the path in engine/rasa."
        )


def named(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return Named(name, (Absent,), {})


class Absent(metaclass=Named):
    pass


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Answers `import tensorflow.anything` and its relatives with a module of such names."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in FAMILY:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__getattr__ = named


sys.meta_path.insert(0, Finder())
__getattr__ = named
