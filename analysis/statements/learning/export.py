"""Writes trained nets as the files that the analysis reads; see ``analysis.statements.network``."""

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
from analysis.statements.encode import COLUMNS
from analysis.statements.learning.net import HIDDEN, LABELS, Net
from analysis.statements.network import FACTS, FINDER, READER

_OPSET = 17
_GATES = (0, 3, 1, 2)
"""PyTorch's order of gates (input, forget, cell, output) as ONNX wants them (input, output, forget, cell)."""


def write(nets: Sequence[Net], facts: dict[str, Any]) -> None:
    """Write the three files."""
    model_path(READER).write_bytes(reader(nets))
    arrays = {f"{number}.{name}": values for number, net in enumerate(nets) for name, values in finder(net).items()}
    packed = io.BytesIO()
    halves: dict[str, Any] = {name: values.astype(np.float16) for name, values in arrays.items()}
    np.savez_compressed(packed, **halves)
    model_path(FINDER).write_bytes(packed.getvalue())
    text = json.dumps({**facts, "nets": len(nets)}, ensure_ascii=False, indent=None, separators=(",", ":"))
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


def reader(nets: Sequence[Net]) -> bytes:
    """Embeddings, LSTM layers and heads of all nets in one graph, LSTM weights in 8 bits, embeddings in 16."""
    graph = _Graph()
    outer, inner = [], []
    for number, net in enumerate(nets):
        first, second = graph.net(number, net)
        outer.append(first)
        inner.append(second)
    graph.node("Mean", outer, ["outer"])
    graph.node("Mean", inner, ["inner"])
    outputs = [_value("outer", LABELS), _value("inner", LABELS)]
    outputs += [_value(f"reading{number}", 2 * HIDDEN) for number in range(len(nets))]
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
    """Nodes and weights as they are added."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []

    def node(self, kind: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: Any) -> str:
        """Add a node; returns its first output."""
        self.nodes.append(helper.make_node(kind, list(inputs), list(outputs), **attributes))
        return outputs[0]

    def weight(self, name: str, values: npt.NDArray[Any]) -> str:
        """Add a weight; returns its name."""
        self.weights.append(numpy_helper.from_array(values.copy(order="C"), name))
        return name

    def net(self, number: int, net: Net) -> tuple[str, str]:
        """Add one net; returns the names of its label probabilities on both levels."""
        weights = {key: value.detach().numpy() for key, value in net.state_dict().items()}
        at = f"n{number}."
        parts = [self._embedded(at, name, place, weights) for place, name in enumerate(COLUMNS)]
        self.node("Concat", parts, [at + "x"], axis=-1)
        axis = self.weight(at + "axis", np.array([1]))
        self.node("Unsqueeze", [at + "x", axis], [at + "in"])
        lower = self._lstm(at + "lower", at + "in", "lstm1", weights)
        upper = self._lstm(at + "upper", lower, "lstm2", weights)
        self.node("Squeeze", [upper, axis], [f"reading{number}"])
        kernel = self.weight(at + "heads", weights["heads.weight"].T[:, : 2 * LABELS])
        self.node("MatMul", [f"reading{number}", kernel], [at + "product"])
        bias = self.weight(at + "bias", weights["heads.bias"][: 2 * LABELS])
        self.node("Add", [at + "product", bias], [at + "logits"])
        self.node("Split", [at + "logits"], [at + "l0", at + "l1"], axis=-1)
        first = self.node("Softmax", [at + "l0"], [at + "outer.share"], axis=-1)
        return first, self.node("Softmax", [at + "l1"], [at + "inner.share"], axis=-1)

    def _embedded(self, at: str, name: str, place: int, weights: dict[str, npt.NDArray[Any]]) -> str:
        table = weights[f"emb.{name}.weight"].astype(np.float16)
        self.node("Cast", [self.weight(at + name, table)], [at + name + ".table"], to=TensorProto.FLOAT)
        column = self.weight(at + name + ".place", np.array(place))
        self.node("Gather", ["numbers", column], [at + name + ".ids"], axis=1)
        return self.node("Gather", [at + name + ".table", at + name + ".ids"], [at + name + ".x"], axis=0)

    def _lstm(
        self, name: str, source: str, key: str, weights: dict[str, npt.NDArray[Any]]
    ) -> str:
        """A bidirectional layer over ``(T, 1, width)``; the two directions side by side in the result."""
        def gates(part: str) -> npt.NDArray[Any]:
            both = [weights[f"{key}.{part}_l0{direction}"] for direction in ("", "_reverse")]
            return np.stack([np.concatenate([np.split(one, 4)[gate] for gate in _GATES]) for one in both])

        inputs = [
            source,
            self.weight(name + ".w", gates("weight_ih")),
            self.weight(name + ".r", gates("weight_hh")),
            self.weight(name + ".b", np.concatenate((gates("bias_ih"), gates("bias_hh")), axis=1)),
        ]
        self.node("LSTM", inputs, [name + ".y"], direction="bidirectional", hidden_size=HIDDEN)
        self.node("Transpose", [name + ".y"], [name + ".t"], perm=[0, 2, 1, 3])
        shape = self.weight(name + ".shape", np.array([0, 0, 2 * HIDDEN]))
        return self.node("Reshape", [name + ".t", shape], [name + ".out"])
