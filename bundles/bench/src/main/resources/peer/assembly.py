"""Assembly in the order of the reference code: target by target, batch by batch, site by site."""

import os

import torch
import torch.nn.functional as F
from model import Lora

BATCH = 16


class Choice(torch.nn.Module):
    """Chooses a site's pieces by what arrives there, then goes on with them."""

    def __init__(self, owner, site):
        super().__init__()
        self.owner = owner
        self.site = site

    def forward(self, x):
        owner = self.owner
        width = x.shape[-1]
        seen = F.layer_norm(x[owner.labelled], (width,))  # [positions, in]
        gates = F.layer_norm(owner.gates(self.site), (width,))  # [sharers, in]
        scores = (seen @ gates.T).mean(0) / width**0.5
        best = torch.topk(scores, owner.facts["top_k"])
        weights = torch.softmax(best.values / owner.facts["temperature"], dim=0)
        a, b = 0, 0
        for weight, sharer in zip(weights, best.indices.tolist()):
            piece = owner.sharers[sharer][self.site]
            a = a + weight * piece["A"]
            b = b + weight * piece["B"]
        owner.chosen[self.site] = best.indices.tolist()
        owner.factors[self.site].append((a, b))
        return F.linear(F.linear(x, a), b)


class Assembly:
    """The sharers' adapters, one file each, and the targets' histories."""

    def __init__(self, model, data, directory):
        self.model = model
        self.facts = data.facts
        self.rows = data.tensors["rows"]
        self.labels = data.tensors["labels"]
        self.files = [
            os.path.join(directory, f"sharer-{n}.pt") for n in range(self.facts["sharers"])
        ]
        self.sites = [site.site for site in model.sites()]
        for n, file in enumerate(self.files):
            torch.save({site: self.piece(data.tensors, site, n) for site in self.sites}, file)
        self.load()

    @staticmethod
    def piece(tensors, site, n):
        return {
            "A": tensors[site + ".A"].clone(),  # the start that all sharers have in common
            "B": tensors[site + ".B"][n].clone(),
            "gate": tensors[site + ".gate"][n].clone(),
        }

    def load(self):
        self.sharers = [torch.load(file, weights_only=True) for file in self.files]

    def gates(self, site):
        return torch.stack([sharer[site]["gate"] for sharer in self.sharers])

    @torch.inference_mode()
    def all_targets(self, reload):
        """Assembles for every target; returns the chosen sharers of each, by site."""
        return [self.target(m, reload) for m in range(self.facts["targets"])]

    def target(self, m, reload):
        if reload:
            self.load()
        self.chosen = {}
        self.factors = {site: [] for site in self.sites}
        self.model.adapt({site: Choice(self, site) for site in self.sites})
        for start in range(0, self.rows.shape[1], BATCH):
            rows = self.rows[m, start : start + BATCH]
            self.labelled = self.labels[m, start : start + BATCH] >= 0
            self.model(rows, last=True)
        self.adapter = {site: self.average(site) for site in self.sites}
        return self.chosen

    def average(self, site):
        """The adapter of a site: the factors of all batches, with equal weight."""
        a, b = (torch.stack(parts).mean(0) for parts in zip(*self.factors[site]))
        return Lora(a, b, trained=False)
