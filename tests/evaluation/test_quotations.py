"""The scorer of quotations: what counts as found, and whose words."""

import json
from pathlib import Path

from detente.evaluation.quotations import score_quotations

TEXT = 'Petra Holm said: "The road is long." He wondered. Omar Said called the road "long and dark" on Monday.'


def attribution(kind: str, source: str, content: str) -> dict[str, object]:
    spans = {"source": source, "content": content}
    found = {name: [[TEXT.index(words), TEXT.index(words) + len(words)]] for name, words in spans.items()}
    return {"kind": kind, "cue": [], **found}


def test_found_quotations_and_right_speakers_are_counted(tmp_path: Path) -> None:
    row = {
        "text": TEXT,
        "attributions": [
            attribution("direct", "Petra Holm", '"The road is long."'),
            attribution("mixed", "Omar Said", 'the road "long and dark"'),
            attribution("indirect", "He", "wondered"),
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    result = score_quotations(path)
    assert result["documents"] == 1
    assert result["direct"] == {"gold": 1, "found": 1, "recall": 1.0, "speaker": 1.0}
    assert result["mixed"] == {"gold": 1, "found": 1, "recall": 1.0, "speaker": 1.0}
