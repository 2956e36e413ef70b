"""Rasa and its libraries are frozen: their deprecations help nobody. Sanic turns them on, this off."""

import warnings

show = warnings.showwarning


def show_what_helps(message, category, *place, **more):
    if not issubclass(category, DeprecationWarning):
        show(message, category, *place, **more)


warnings.showwarning = show_what_helps
