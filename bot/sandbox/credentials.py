"""Random ids, tokens and password hashes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

# Enough for demo passwords; a sign-in must not cost a small machine its other callers.
_COST = {"n": 2**12, "r": 8, "p": 1}


def new_id(prefix: str) -> str:
    """A random id such as ``card-k3v5zq7amr4tw2ch``, which never looks like a card number."""
    return f"{prefix}-{base64.b32encode(secrets.token_bytes(10)).decode().lower()}"


def new_token() -> str:
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def password_hash(password: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${hashlib.scrypt(password.encode(), salt=salt, **_COST).hex()}"


def password_matches(password: str, stored: str) -> bool:
    salt, _, wanted = stored.partition("$")
    given = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), **_COST).hex()
    return hmac.compare_digest(given, wanted)
