"""The secret of an installation on one's own machine: made once, kept beside its database."""

import os
import secrets
from pathlib import Path


def local_secret(folder: Path) -> str:
    """The secret key kept in `folder`, made at the first call. Two processes that start together agree on one."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"secret-key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(60))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
