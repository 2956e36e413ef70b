"""Seals what must not lie readable in the database, each kind with a key of its own."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet


def seal_for(purpose: bytes, secret: bytes) -> Fernet:
    """The seal for one kind of thing; ``secret`` is the processes' common one."""
    key = hmac.digest(secret, purpose, hashlib.sha256)
    return Fernet(base64.urlsafe_b64encode(key))
