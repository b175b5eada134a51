"""A sealed stream opens whole or not at all."""

import io

import pytest

from ops.sealed import CHUNK_BYTES, SealedWriter, opened
from ops.trouble import Trouble

PASSPHRASE = "a passphrase for tests"


def sealed(content: bytes) -> bytes:
    target = io.BytesIO()
    writer = SealedWriter(target, PASSPHRASE)
    writer.write(content)
    writer.close()
    return target.getvalue()


def plain(data: bytes, passphrase: str = PASSPHRASE) -> bytes:
    return b"".join(opened(io.BytesIO(data), passphrase))


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
def test_what_was_sealed_comes_out_again(size: int) -> None:
    content = bytes(index % 251 for index in range(1000)) * (size // 1000 + 1)
    assert plain(sealed(content[:size])) == content[:size]


def test_a_wrong_passphrase_opens_nothing() -> None:
    with pytest.raises(Trouble, match="passphrase is wrong"):
        plain(sealed(b"content"), "another passphrase")


def test_a_file_cut_short_anywhere_is_refused() -> None:
    data = sealed(b"x" * (2 * CHUNK_BYTES + 5))
    whole_chunk = 28 + 4 + CHUNK_BYTES + 16
    for length in (0, 7, 20, 28, 30, 32, 100, whole_chunk, whole_chunk + 2, len(data) - 1):
        with pytest.raises(Trouble, match="nothing was changed"):
            plain(data[:length])


@pytest.mark.parametrize("position", [9, 25, 30, 40, -1])
def test_a_changed_byte_is_noticed(position: int) -> None:
    data = bytearray(sealed(b"content of some length"))
    data[position] ^= 1
    with pytest.raises(Trouble):
        plain(bytes(data))


def test_chunks_cannot_change_places() -> None:
    data = sealed(b"a" * CHUNK_BYTES + b"b" * CHUNK_BYTES + b"c")
    size = 4 + CHUNK_BYTES + 16
    head, first, second, rest = data[:28], data[28 : 28 + size], data[28 + size : 28 + 2 * size], data[28 + 2 * size :]
    with pytest.raises(Trouble):
        plain(head + second + first + rest)


def test_nothing_can_be_appended() -> None:
    data = sealed(b"content")
    with pytest.raises(Trouble):
        plain(data + data[28:])


def test_two_seals_of_the_same_content_differ() -> None:
    assert sealed(b"content") != sealed(b"content")
