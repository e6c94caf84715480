"""Small JSON for the store: deflated with a dictionary of what all records have in common, to a third of its size."""

from __future__ import annotations

import zlib

FORM = b"\x01"
"""First byte of what is packed: which words it was packed with. Other words get another number; these stay for ever."""
WORDS = (
    b'"text":"","kind":"longest","kind":"lowest","kind":"highest","kind":"only","kind":"last",'
    b'"kind":"first","about":"relations","about":"visit","about":"talks","about":"contact",'
    b'"states":["level":null,"since":null,"since_event":null,"span":["quotes":[{"text":"","speaker":null,'
    b'"state":null,"office":null,"spans":[[{"lines":[{"span":[0,"kind":"headline"},"kind":"standfirst"},'
    b'"kind":"dateline"},"kind":"byline"},"kind":"caption"},"kind":"section"},"kind":"navigation"},'
    b'"kind":"advert"},"kind":"footer"},{"span":[1,"kind":"body"},{"span":[2,"kind":"body"},{"span":[3,'
    b'"kind":"body"}],"published":{"published_how":"date line","published_how":"handed",'
    b'"published_how":"option","published_spans":[["faults":[{"code":"no-language",'
    b'"message":"not in English: nothing was read","code":"unsure","message":" is too unsure to be coded",'
    b'"span":[{"code":"no-event-word","message":"two parties, but no event word of the lexicon",'
    b'"span":[{"code":"party-missing","message":"no second party found for \'",'
    b'"message":"no party found for \'talks\'","span":["handed":{"first":"handed_from":"title":"publisher":"'
    b'url":"https://www."source":".jsonl, line .txt""place":{"name":"","span":[,"state":"USA",'
    b'"geonameid":,"lat":,"lon":-},"status":"alleged","status":"denied","status":"cancelled",'
    b'"status":"postponed","status":"proposed","status":"planned","status":"ongoing",'
    b'"sources":[""contexts":["military","diplomatic","economic","territory","election","human_rights",'
    b'"terrorism","nuclear","legal"],"cameo":"0,"score":-,"confidence":0.,"office":"junior_minister",'
    b'"office":"defence_minister","office":"spokesperson","office":"ambassador","office":"legislator",'
    b'"office":"minister","office":"head_of_government","office":"foreign_minister",'
    b'"office":"head_of_state","person":"","organisation":"United Nations",'
    b'"organisation":"European Union","organisation":"how":"organisation","how":"metonym","how":"capital",'
    b'"how":"group","how":"pronoun","how":"focus","how":"title","how":"name","how":"user","how":"demonym",'
    b'"how":"inferred"},"how":"bounded"},"how":"relative"},"how":"handed"},"how":{"type":"lexicon: ",'
    b'"parties":"focus","initiator":"","date":"report\'s day","date":"own clause","date":"verb above",'
    b'"spans":{"type":[["place":[["status":[["sources":[["date":[[]],'
    b'"words":" the of to in and a on with for that said President Minister Foreign{"event":{"id":"e1",'
    b'"type":"MOBILIZE","type":"RETREAT","type":"CONCEDE","type":"PROTEST","type":"REJECT",'
    b'"type":"ASSAULT","type":"COERCE","type":"THREATEN","type":"SANCTION","type":"AID",'
    b'"type":"COOPERATE","type":"SUPPORT","type":"AGREE","type":"REQUEST","type":"ACCUSE",'
    b'"mode":"disapprove","mode":"multilateral","mode":"third-party","mode":"phone","mode":"expel",'
    b'"mode":"investigate","mode":"yield","mode":"assist","mode":"meet","mode":"visit","id":"e2",'
    b'"type":"CONSULT","mode":null,"actors":[{"state":"RUS","spans":[[],[]],"how":"state"},{"state":"CHN",'
    b'"spans":[["recipients":[{"state":"USA","spans":[["how":"state"}],"date":{"first":"2014-01-01",'
    b'"last":"2014-01-31","how":"stated"},"date":null,"place":null,"status":"occurred","sources":[],'
    b'"evidence":[["spans":{"type":[["cameo":"040","score":2.1,"contexts":["diplomatic"],"confidence":0.'
)
BITS = -13
"""Raw deflate, a window of 8 kB: it holds the words, and is made and thrown away quickly."""


def pack_json(text: str) -> bytes:
    """JSON text for a column."""
    deflate = zlib.compressobj(6, zlib.DEFLATED, BITS, 6, zlib.Z_DEFAULT_STRATEGY, WORDS)
    return FORM + deflate.compress(text.encode()) + deflate.flush()


def unpack_json(data: bytes) -> bytes:
    """JSON text from a column, in UTF-8.

    >>> unpack_json(pack_json('{"type":"CONSULT"}'))
    b'{"type":"CONSULT"}'

    Raises: ValueError or zlib.error where it is damaged.
    """
    if data[:1] != FORM:
        raise ValueError("packed in an unknown way")
    inflate = zlib.decompressobj(BITS, WORDS)
    text = inflate.decompress(data[1:])
    if not inflate.eof:
        raise ValueError("cut off")
    return text
