"""What all tests share: the order in which they run."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests last: Playwright's event loop runs on in the thread until the end, and no other can run beside it."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
