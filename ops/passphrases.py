"""Where a passphrase comes from: a file, a variable, or the keyboard; never the command line."""

import getpass
import os
from pathlib import Path

from ops.trouble import Trouble

SHORTEST = 12


def passphrase(*, new: bool) -> str:
    """FILON_PASSPHRASE_FILE, FILON_PASSPHRASE, or a question; a new one is asked twice and must be long enough."""
    file, variable = os.environ.get("FILON_PASSPHRASE_FILE"), os.environ.get("FILON_PASSPHRASE")
    if file:
        if not Path(file).is_file():
            raise Trouble(f"FILON_PASSPHRASE_FILE names {file}, which is no file; put the passphrase there.")
        said = Path(file).read_text().strip()
    elif variable:
        said = variable
    else:
        said = asked(new=new)
    if new and len(said) < SHORTEST:
        raise Trouble(f"The passphrase is shorter than {SHORTEST} characters; choose a longer one.")
    return said


def asked(*, new: bool) -> str:
    try:
        said = getpass.getpass("Passphrase: ")
        if new and getpass.getpass("The same again: ") != said:
            raise Trouble("The two were not the same; nothing was written.")
    except EOFError:
        raise Trouble("There is no keyboard to ask at; set FILON_PASSPHRASE_FILE.") from None
    return said
