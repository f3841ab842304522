"""Tensors and figures that the workbench wrote."""

import json
import os

import torch

KINDS = {"float32": torch.float32, "int64": torch.int64}


class Data:
    """A directory with index.json, which says where tensors lie in tensors.bin, and figures."""

    def __init__(self, directory):
        with open(os.path.join(directory, "index.json"), encoding="utf-8") as file:
            index = json.load(file)
        self.facts = index["facts"]
        file = os.path.join(directory, "tensors.bin")
        raw = torch.from_file(file, shared=False, size=os.path.getsize(file), dtype=torch.uint8)
        self.tensors = {
            entry["name"]: raw[entry["offset"] : entry["offset"] + entry["bytes"]]
            .clone()
            .view(KINDS[entry["kind"]])
            .reshape(entry["shape"])
            for entry in index["tensors"]
        }
