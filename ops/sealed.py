"""A sealed stream: AES-256-GCM in chunks, the key from a passphrase by scrypt; truncation and exchange are noticed.

Layout: 8 bytes of name, 16 of salt, 4 of random prefix, then chunks. Each chunk is 4 bytes of length (of the sealed
bytes) and the sealed bytes. Its nonce is prefix + number of the chunk (8 bytes); its associated data is the whole
header and one byte that is 1 for the last chunk alone: chunks cannot be left out, moved or taken from another file.
"""

import secrets
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ops.trouble import Trouble

NAME = b"FILONBK1"
SALT_BYTES = 16
PREFIX_BYTES = 4
CHUNK_BYTES = 1 << 20
TAG_BYTES = 16
SCRYPT_COST = 1 << 17
WRONG = "The passphrase is wrong, or the file is damaged or cut short; nothing was changed."


def key_of(passphrase: str, salt: bytes) -> bytes:
    """32 bytes; scrypt with N = 2^17, r = 8, p = 1 takes about half a second and 128 MB."""
    return Scrypt(salt=salt, length=32, n=SCRYPT_COST, r=8, p=1).derive(passphrase.encode())


class SealedWriter:
    """A file-like object to write to; only `close` makes the file complete."""

    def __init__(self, target: BinaryIO, passphrase: str) -> None:
        self.target = target
        salt, prefix = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(PREFIX_BYTES)
        self.header = NAME + salt + prefix
        self.prefix = prefix
        self.cipher = AESGCM(key_of(passphrase, salt))
        self.number = 0
        self.waiting = bytearray()
        self.written = 0
        target.write(self.header)

    def write(self, data: bytes) -> int:
        self.waiting += data
        self.written += len(data)
        while len(self.waiting) > CHUNK_BYTES:
            self._seal(bytes(self.waiting[:CHUNK_BYTES]), last=False)
            del self.waiting[:CHUNK_BYTES]
        return len(data)

    def tell(self) -> int:
        return self.written

    def flush(self) -> None:
        """Waiting bytes are sealed when their chunk is full."""

    def close(self) -> None:
        self._seal(bytes(self.waiting), last=True)
        self.target.flush()

    def _seal(self, plain: bytes, *, last: bool) -> None:
        nonce = self.prefix + self.number.to_bytes(8, "big")
        sealed = self.cipher.encrypt(nonce, plain, self.header + bytes([last]))
        self.target.write(len(sealed).to_bytes(4, "big") + sealed)
        self.number += 1


def opened(source: BinaryIO, passphrase: str) -> Iterator[bytes]:
    """The plain chunks; raises Trouble at the first byte that is not as it was sealed."""
    header = source.read(len(NAME) + SALT_BYTES + PREFIX_BYTES)
    if not header.startswith(NAME) or len(header) != len(NAME) + SALT_BYTES + PREFIX_BYTES:
        raise Trouble("This is no backup of Filon; nothing was changed.")
    cipher = AESGCM(key_of(passphrase, header[len(NAME) : -PREFIX_BYTES]))
    number, sealed = 0, chunk(source)
    while sealed is not None:
        following = chunk(source)
        nonce = header[-PREFIX_BYTES:] + number.to_bytes(8, "big")
        try:
            yield cipher.decrypt(nonce, sealed, header + bytes([following is None]))
        except InvalidTag:
            raise Trouble(WRONG) from None
        number, sealed = number + 1, following
    if number == 0:
        raise Trouble(WRONG)


def chunk(source: BinaryIO) -> bytes | None:
    """The next sealed chunk, None at the end of the file."""
    length = source.read(4)
    if not length:
        return None
    size = int.from_bytes(length, "big")
    if len(length) < 4 or not TAG_BYTES <= size <= CHUNK_BYTES + TAG_BYTES:
        raise Trouble(WRONG)
    sealed = source.read(size)
    if len(sealed) < size:
        raise Trouble(WRONG)
    return sealed
