"""Loaded before Rasa, whose files are frozen: what it wastes on every turn is mended here."""

import json
import warnings

import jsonschema

# Its libraries' deprecations help nobody. Sanic turns them on, this off.
show = warnings.showwarning


def show_what_helps(message, category, *place, **more):
    if not issubclass(category, DeprecationWarning):
        show(message, category, *place, **more)


warnings.showwarning = show_what_helps


def validate_with_schemas_checked_once(instance, schema, *rest, **more):
    """Rasa checks its own constant schema of an answer at every action: it took a third of each turn."""
    key = json.dumps(schema, sort_keys=True)
    if rest or more or key not in checked:
        checked.add(key)
        return validate(instance, schema, *rest, **more)
    error = jsonschema.exceptions.best_match(
        jsonschema.validators.validator_for(schema)(schema).iter_errors(instance)
    )
    if error is not None:
        raise error
    return None


checked: set[str] = set()
validate = jsonschema.validate
jsonschema.validate = validate_with_schemas_checked_once
