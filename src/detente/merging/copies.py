"""Syndicated copies: bodies that are nearly the same words.

Source: Charikar (2002), similarity estimation by random hyperplanes ("SimHash"); Manku and others (2007) use 64 bits
and a distance of 3 for near-duplicate pages.
"""

from __future__ import annotations

import hashlib
import re

import numpy as np

BITS = 64
BANDS = 4
FAR = 3
"""Bodies whose fingerprints differ in more bits are different stories; with 4 bands of 16 bits, any two within 3 bits
agree on one band."""
SHINGLE = 4
_WORD = re.compile(r"\w+")


def fingerprint(body: str) -> int | None:
    """A 64-bit SimHash of the body's shingles of four words; None where it is too short to tell.

    >>> fingerprint("too short") is None
    True
    """
    words = [word.lower() for word in _WORD.findall(body)]
    if len(words) < 5 * SHINGLE:
        return None
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    digests = b"".join(hashlib.blake2b(shingle.encode(), digest_size=BITS // 8).digest() for shingle in shingles)
    bits = np.unpackbits(np.frombuffer(digests, np.uint8).reshape(-1, BITS // 8), axis=1)
    most = bits.sum(axis=0, dtype=np.int64) * 2 > len(shingles)
    return int.from_bytes(np.packbits(most).tobytes(), "big")


def bands(print_: int) -> tuple[int, ...]:
    """The fingerprint in four numbers of 16 bits, each marked with its place: what copies are looked up by."""
    return tuple(place << 16 | (print_ >> (16 * place) & 0xFFFF) for place in range(BANDS))


def same_story(one: int, other: int) -> bool:
    """Whether two fingerprints are those of nearly the same body."""
    return (one ^ other).bit_count() <= FAR
