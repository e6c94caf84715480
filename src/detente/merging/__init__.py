"""Events of many reports -> one entry a deed. Pure functions, no store.

`block_keys` says where to look for the same deed, `same_deed` scores a pair, `merge_evidence` groups, `derive_entry`
turns a group into an `Entry`; `fingerprint` and `same_story` tell syndicated copies.
"""

from detente.merging.blocking import Block, block_of
from detente.merging.clustering import Link, link_evidence, merge_evidence, worth_keeping
from detente.merging.comparing import linked, same_deed
from detente.merging.copies import bands, fingerprint, same_story
from detente.merging.entries import derive_entry

__all__ = [
    "Block",
    "Link",
    "bands",
    "block_of",
    "derive_entry",
    "fingerprint",
    "link_evidence",
    "linked",
    "merge_evidence",
    "same_deed",
    "same_story",
    "worth_keeping",
]
