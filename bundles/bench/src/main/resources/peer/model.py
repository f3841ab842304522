"""A decoder of the Llama family whose attention projections take LoRA, as usual code writes it."""

import torch
import torch.nn.functional as F
from torch import nn

ADAPTED = ("q_proj", "k_proj", "v_proj", "o_proj")


class RmsNorm(nn.Module):
    def __init__(self, weight, epsilon):
        super().__init__()
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.epsilon = epsilon

    def forward(self, x):
        variance = x.pow(2).mean(-1, keepdim=True)
        return self.weight * (x * torch.rsqrt(variance + self.epsilon))


def linear(weight, trained=False):
    """A linear map without a bias over a given weight [out, in]."""
    module = nn.Linear(weight.shape[1], weight.shape[0], bias=False, device="meta")
    module.weight = nn.Parameter(weight, requires_grad=trained)
    return module


class Lora(nn.Module):
    """What one user adds at one site; with a gate, the adapter sees x * sigmoid(x . gate)."""

    def __init__(self, a, b, scale=1.0, gate=None, trained=True):
        super().__init__()
        self.a = linear(a, trained)
        self.b = linear(b, trained)
        self.scale = scale
        self.gate = None if gate is None else nn.Parameter(gate)

    def forward(self, x):
        if self.gate is not None:
            x = x * torch.sigmoid(x @ self.gate).unsqueeze(-1)
        return self.b(self.a(x)) * self.scale


class Adapted(nn.Module):
    """A frozen linear map beside which the current user's adapter stands."""

    def __init__(self, weight, site):
        super().__init__()
        self.base = linear(weight)
        self.site = site
        self.adapter = None

    def forward(self, x):
        y = self.base(x)
        if self.adapter is None:
            return y
        return y + self.adapter(x)


def rotate_half(x):
    half = x.shape[-1] // 2
    return torch.cat((-x[..., half:], x[..., :half]), dim=-1)


class Attention(nn.Module):
    def __init__(self, config, weights, layer):
        super().__init__()
        self.heads = config["heads"]
        self.head = config["head_width"]
        prefix = f"model.layers.{layer}.self_attn."
        for name in ADAPTED:
            weight = weights[prefix + name + ".weight"]
            setattr(self, name, Adapted(weight, f"layers.{layer}.{name}"))

    def forward(self, x, cos, sin, cache):
        rows, seq, _ = x.shape
        q, k, v = (
            getattr(self, name)(x).view(rows, seq, self.heads, self.head).transpose(1, 2)
            for name in ADAPTED[:3]
        )
        q = q * cos + rotate_half(q) * sin
        k = k * cos + rotate_half(k) * sin
        if cache is not None:
            k, v = cache.add(k, v)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=seq > 1)
        return self.o_proj(y.transpose(1, 2).reshape(rows, seq, -1))


class Layer(nn.Module):
    def __init__(self, config, weights, layer):
        super().__init__()
        prefix = f"model.layers.{layer}."
        epsilon = config["norm_epsilon"]
        self.input_norm = RmsNorm(weights[prefix + "input_layernorm.weight"], epsilon)
        self.post_norm = RmsNorm(weights[prefix + "post_attention_layernorm.weight"], epsilon)
        self.attention = Attention(config, weights, layer)
        self.gate = linear(weights[prefix + "mlp.gate_proj.weight"])
        self.up = linear(weights[prefix + "mlp.up_proj.weight"])
        self.down = linear(weights[prefix + "mlp.down_proj.weight"])

    def forward(self, x, cos, sin, cache):
        x = x + self.attention(self.input_norm(x), cos, sin, cache)
        seen = self.post_norm(x)
        return x + self.down(F.silu(self.gate(seen)) * self.up(seen))


class LayerCache:
    """Keys and values of one layer so far."""

    def __init__(self):
        self.keys = None
        self.values = None

    def add(self, keys, values):
        if self.keys is not None:
            keys = torch.cat((self.keys, keys), dim=2)
            values = torch.cat((self.values, values), dim=2)
        self.keys, self.values = keys, values
        return keys, values


class Decoder(nn.Module):
    def __init__(self, config, weights):
        super().__init__()
        self.config = config
        self.embedding = nn.Parameter(weights["model.embed_tokens.weight"], requires_grad=False)
        self.layers = nn.ModuleList(Layer(config, weights, n) for n in range(config["layers"]))
        self.norm = RmsNorm(weights["model.norm.weight"], config["norm_epsilon"])
        self.head = linear(weights["lm_head.weight"])
        half = torch.arange(0, config["head_width"], 2).float() / config["head_width"]
        frequencies = 1.0 / config["rope_theta"] ** half
        angles = torch.outer(torch.arange(config["positions"]).float(), frequencies)
        angles = torch.cat((angles, angles), dim=-1)
        self.cos, self.sin = angles.cos(), angles.sin()

    def sites(self):
        """The maps that take adapters, in forward order."""
        return [getattr(layer.attention, name) for layer in self.layers for name in ADAPTED]

    def adapt(self, adapters):
        """Puts a user's adapters beside the frozen maps, by site; none: the base model."""
        for site in self.sites():
            site.adapter = None if adapters is None else adapters[site.site]

    def forward(self, tokens, caches=None, start=0, last=False):
        """[rows, seq] to logits [rows, seq, vocabulary]; of the last position alone if so asked."""
        x = F.embedding(tokens, self.embedding)
        cos = self.cos[start : start + tokens.shape[1]]
        sin = self.sin[start : start + tokens.shape[1]]
        for n, layer in enumerate(self.layers):
            x = layer(x, cos, sin, None if caches is None else caches[n])
        x = self.norm(x)
        return self.head(x[:, -1:] if last else x)
