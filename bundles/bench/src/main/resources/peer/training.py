"""LoRA and gates, one user at a time, each with an optimizer of their own."""

import torch
import torch.nn.functional as F
from model import Lora

IGNORED = -100


class User:
    """One user's adapters, rows and optimizer."""

    def __init__(self, adapters, trained, rows, labels, facts):
        self.adapters = adapters
        self.trained = trained
        self.rows = rows
        self.labels = labels
        self.clip = facts["clip"]
        self.optimizer = torch.optim.AdamW(
            trained,
            lr=facts["rate"],
            betas=(facts["beta1"], facts["beta2"]),
            eps=facts["epsilon"],
            weight_decay=facts["decay"],
        )

    def step(self, model):
        """One step; the loss is the mean over labelled positions."""
        model.adapt(self.adapters)
        self.optimizer.zero_grad()
        logits = model(self.rows)
        loss = F.cross_entropy(
            logits.view(-1, logits.shape[-1]), self.labels.view(-1), ignore_index=IGNORED
        )
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, self.clip)
        self.optimizer.step()
        return loss.item()


class LoraTraining:
    """Adapters from the start that all users share."""

    def __init__(self, model, data):
        self.model = model
        t = data.tensors
        self.users = []
        for m in range(data.facts["members"]):
            adapters = {
                site.site: Lora(t[site.site + ".A"].clone(), t[site.site + ".B"].clone())
                for site in model.sites()
            }
            trained = [p for adapter in adapters.values() for p in adapter.parameters()]
            rows, labels = t["rows"][m], t["labels"][m]
            self.users.append(User(adapters, trained, rows, labels, data.facts))

    def step(self):
        """One step of every user, one after the other."""
        return [user.step(self.model) for user in self.users]


class GateTraining:
    """A gate at every site of every user, all else frozen."""

    def __init__(self, model, data):
        self.model = model
        self.data = data

    def user(self, m):
        t = self.data.tensors
        adapters, gates = {}, []
        for site in self.model.sites():
            a, b = t[site.site + ".A"][m], t[site.site + ".B"][m]
            adapter = Lora(a, b, gate=torch.zeros(a.shape[1]), trained=False)
            adapters[site.site] = adapter
            gates.append(adapter.gate)
        return User(adapters, gates, t["rows"][m], t["labels"][m], self.data.facts)

    def fit(self, rates):
        """As many steps as there are rates, from zero, one user after the other."""
        losses = []
        for m in range(self.data.facts["members"]):
            user = self.user(m)
            own = []
            for rate in rates:
                for group in user.optimizer.param_groups:
                    group["lr"] = rate
                own.append(user.step(self.model))
            losses.append(own)
        return losses
