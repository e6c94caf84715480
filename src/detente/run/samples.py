"""The sample reports that come with detente."""

from __future__ import annotations

from pathlib import Path

import detente
from detente.model import SettingsError


def sample_reports() -> Path:
    """The folder of the sample reports: in the installed package, or in the checkout.

    Raises: SettingsError where neither is there.
    """
    package = Path(detente.__file__).parent
    for folder in (package / "examples" / "reports", package.parents[1] / "examples" / "reports"):
        if folder.is_dir():
            return folder
    raise SettingsError("the sample reports are not there; install detente again")
