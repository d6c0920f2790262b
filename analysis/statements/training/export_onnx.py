"""Writes a trained net as the files that the analysis reads; see ``analysis.statements.model.onnx_model``."""

import io
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from analysis.resources import model_path
from analysis.statements.model.features import COLUMNS
from analysis.statements.model.onnx_model import FACTS, FINDER, READER
from analysis.statements.training.net import HIDDEN, LABELS, Net

_OPSET = 17
_GATES = (0, 3, 1, 2)
"""PyTorch's order of gates (input, forget, cell, output) as ONNX wants them (input, output, forget, cell)."""


def write(net: Net, facts: dict[str, Any]) -> None:
    """Write the three files."""
    model_path(READER).write_bytes(reader(net))
    packed = io.BytesIO()
    halves: dict[str, Any] = {name: values.astype(np.float16) for name, values in finder(net).items()}
    np.savez_compressed(packed, **halves)
    model_path(FINDER).write_bytes(packed.getvalue())
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    model_path(FACTS).write_text(text + "\n", encoding="utf-8")


def finder(net: Net) -> dict[str, npt.NDArray[np.float32]]:
    """The weights that find roles; biases as last rows."""
    weights = {key: value.detach().numpy() for key, value in net.state_dict().items()}
    joined = {
        name: np.vstack((weights[f"{key}.weight"].T, weights[f"{key}.bias"]))
        for name, key in (("quote", "q"), ("token", "t"), ("role", "out"), ("real", "real"))
    }
    relations = {f"relation{number}": weights[f"relations.{number}.weight"] for number in range(len(net.relations))}
    return {**joined, **relations, "type": weights["qt.weight"]}


def reader(net: Net) -> bytes:
    """Embeddings, LSTM layers and heads in one graph, LSTM weights in 8 bits, embeddings in 16."""
    graph = _Graph({key: value.detach().numpy() for key, value in net.state_dict().items()})
    outputs = [_value("outer", LABELS), _value("inner", LABELS), _value("reading", 2 * HIDDEN)]
    numbers = helper.make_tensor_value_info("numbers", TensorProto.INT32, ["T", len(COLUMNS)])
    made = helper.make_graph(graph.nodes, "statements", [numbers], outputs, graph.weights)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)])
    model.ir_version = 9
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        onnx.save(model, plain)
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, op_types_to_quantize=["LSTM"])
        return small.read_bytes()


def _value(name: str, width: int) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["T", width])


class _Graph:
    """The nodes and weights of a net; results are called ``outer``, ``inner`` and ``reading``."""

    def __init__(self, net: dict[str, npt.NDArray[Any]]) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self._net = net
        parts = [self._embedded(name, place) for place, name in enumerate(COLUMNS)]
        joined = self._node("Concat", parts, ["joined"], axis=-1)
        axis = self._weight("axis", np.array([1]))
        batch = self._node("Unsqueeze", [joined, axis], ["batch"])
        lower = self._lstm("lstm1", batch, (0, 1, 2 * HIDDEN), "lower")
        self._lstm("lstm2", lower, (0, 2 * HIDDEN), "reading")
        self._node("MatMul", ["reading", self._weight("heads", net["heads.weight"].T[:, : 2 * LABELS])], ["product"])
        self._node("Add", ["product", self._weight("bias", net["heads.bias"][: 2 * LABELS])], ["logits"])
        self._node("Split", ["logits"], ["logits.outer", "logits.inner"], axis=-1)
        for level in ("outer", "inner"):
            self._node("Softmax", [f"logits.{level}"], [level], axis=-1)

    def _node(self, kind: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: Any) -> str:
        """Add a node; returns its first output."""
        self.nodes.append(helper.make_node(kind, list(inputs), list(outputs), **attributes))
        return outputs[0]

    def _weight(self, name: str, values: npt.NDArray[Any]) -> str:
        """Add a weight; returns its name."""
        self.weights.append(numpy_helper.from_array(values.copy(order="C"), name))
        return name

    def _embedded(self, name: str, place: int) -> str:
        table = self._weight(f"{name}.half", self._net[f"emb.{name}.weight"].astype(np.float16))
        self._node("Cast", [table], [f"{name}.table"], to=TensorProto.FLOAT)
        column = self._weight(f"{name}.place", np.array(place))
        self._node("Gather", ["numbers", column], [f"{name}.ids"], axis=1)
        return self._node("Gather", [f"{name}.table", f"{name}.ids"], [f"{name}.x"], axis=0)

    def _lstm(self, key: str, source: str, shape: tuple[int, ...], result: str) -> str:
        """A bidirectional layer over ``(T, 1, width)``; the two directions side by side in the result."""

        def gates(part: str) -> npt.NDArray[Any]:
            both = [self._net[f"{key}.{part}_l0{direction}"] for direction in ("", "_reverse")]
            return np.stack([np.concatenate([np.split(one, 4)[gate] for gate in _GATES]) for one in both])

        inputs = [
            source,
            self._weight(f"{key}.w", gates("weight_ih")),
            self._weight(f"{key}.r", gates("weight_hh")),
            self._weight(f"{key}.b", np.concatenate((gates("bias_ih"), gates("bias_hh")), axis=1)),
        ]
        self._node("LSTM", inputs, [f"{key}.y"], direction="bidirectional", hidden_size=HIDDEN)
        # The result lies as (T, 2, 1, hidden); with one text in the batch that is the order of (T, 2 × hidden).
        return self._node("Reshape", [f"{key}.y", self._weight(f"{key}.shape", np.array(shape))], [result])
