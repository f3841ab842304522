"""Greedy answers with a cache of keys and values."""

import torch
from model import LayerCache, Lora


class Generation:
    """Answers of one user's adapted model."""

    def __init__(self, model, data):
        self.model = model
        self.facts = data.facts
        self.prompts = data.tensors["prompts"]
        t = data.tensors
        self.adapters = {
            site.site: Lora(t[site.site + ".A"], t[site.site + ".B"], trained=False)
            for site in model.sites()
        }

    @torch.inference_mode()
    def answers(self, rows):
        """The new tokens of the first so many prompts, each up to its end token."""
        self.model.adapt(self.adapters)
        prompts = self.prompts[:rows]
        caches = [LayerCache() for _ in self.model.layers]
        tokens = self.model(prompts, caches, last=True).argmax(-1)
        new = [tokens]
        ended = tokens == self.facts["end"]
        for step in range(1, self.facts["new_tokens"]):
            if bool(ended.all()):
                break
            start = prompts.shape[1] + step - 1
            tokens = self.model(tokens, caches, start, last=True).argmax(-1)
            ended = ended | (tokens == self.facts["end"])
            new.append(tokens)
        return [self.cut(row) for row in torch.cat(new, dim=1).tolist()]

    def cut(self, row):
        end = self.facts["end"]
        return row[: row.index(end)] if end in row else row
