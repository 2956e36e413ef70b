"""What Rasa wants of every component to build it, said once: those that know all, and those that learn."""

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage


class Fixed(GraphComponent):
    """A component that is the same whatever the training data are."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Any:
        """Nothing to build."""
        return cls()


class Learned(GraphComponent):
    """A component that is trained: it says how what it learned is written to a folder and read again."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        """Knows nothing until it is trained or loaded."""
        self._storage = storage
        self._resource = resource

    def write(self, folder: Path) -> None:
        """Put what was learned into the empty `folder`."""
        raise NotImplementedError

    def read(self, folder: Path) -> None:
        """Know again what was written into `folder`."""
        raise NotImplementedError

    def keep(self) -> Resource:
        """Put what was learned into the model; the end of every training."""
        with self._storage.write_to(self._resource) as folder:
            self.write(folder)
        return self._resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Any:
        """An untrained one."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Any:
        """The trained one."""
        component = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.read(folder)
        return component
