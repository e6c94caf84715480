"""The error tree: trouble with the set-up or the request. Trouble with data is a `Fault`, a value.

DetenteError
├── InputError       what was asked for cannot be read: missing file, unknown state, bad date
├── CodebookError    a codebook file is wrong; names file and row
├── SettingsError    a model or option that is not there
└── RegisterError    the store cannot be opened, is damaged, or is of another version
"""


class DetenteError(Exception):
    """Root of all errors raised on purpose; its message is one line that says what to do."""


class InputError(DetenteError):
    """What was asked for cannot be read."""


class CodebookError(DetenteError):
    """A codebook file is wrong."""


class SettingsError(DetenteError):
    """A setting that cannot be met."""


class RegisterError(DetenteError):
    """The register cannot be opened or used."""
