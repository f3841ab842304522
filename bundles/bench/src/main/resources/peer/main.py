"""The peer of the workbench's benchmarks: the same work the usual way, in plain PyTorch.

Reads one request a line from standard input, as JSON with what is to be done under "do", and answers
each with one line of JSON: {"ok": ...} or {"error": "..."}. It ends with its input.
"""

import json
import sys
import traceback

try:
    import torch
except ImportError as e:
    print(json.dumps({"missing": str(e)}), flush=True)
    sys.exit(0)

from assembly import Assembly
from clock import timed
from data import Data
from generation import Generation
from model import Decoder
from training import GateTraining, LoraTraining


class Peer:
    """What has been set up so far; every method is a request."""

    def hello(self, threads):
        torch.set_num_threads(threads)
        return {"torch": torch.__version__, "threads": torch.get_num_threads()}

    def product(self, size):
        """One large product of matrices."""
        if not hasattr(self, "factors"):
            self.factors = torch.randn(size, size), torch.randn(size, size)
        return {"seconds": timed(lambda: torch.matmul(*self.factors))[0]}

    def model(self, directory):
        data = Data(directory)
        self.base = Decoder(data.facts, data.tensors)
        return {}

    def lora(self, directory):
        self.training = LoraTraining(self.base, Data(directory))
        return {}

    def lora_step(self):
        seconds, losses = timed(self.training.step)
        return {"seconds": seconds, "losses": losses}

    def gates(self, directory):
        self.training = GateTraining(self.base, Data(directory))
        return {}

    def gates_fit(self, rates):
        seconds, losses = timed(lambda: self.training.fit(rates))
        return {"seconds": seconds, "losses": losses}

    def generation(self, directory):
        self.generating = Generation(self.base, Data(directory))
        return {}

    def generate(self, rows):
        seconds, tokens = timed(lambda: self.generating.answers(rows))
        return {"seconds": seconds, "tokens": tokens}

    def assembly(self, directory):
        self.assembling = Assembly(self.base, Data(directory), directory)
        return {}

    def assemble(self, reload):
        seconds, chosen = timed(lambda: self.assembling.all_targets(reload))
        return {"seconds": seconds, "chosen": chosen}


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"ok": getattr(peer, request.pop("do"))(**request)}
        except Exception as e:
            traceback.print_exc()
            answer = {"error": f"{type(e).__name__}: {e}"}
        print(json.dumps(answer), flush=True)


main()
