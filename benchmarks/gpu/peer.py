"""PyTorch beside Millrace's encoder: the same token ids, sorted by length and cut by the same budgets.

usage: peer.py IDS ROWS DEVICE BUDGETS ROUNDS [MODEL]

IDS is a JSON list of lists of token ids, ROWS is written. With MODEL, a folder that transformers can
load, the weights are the model's; without, those of a network of the same shape are random, which
takes the same time. Exits with 3 where there is no PyTorch, or none for the device.
"""

import json
import statistics
import sys
import time

WIDTH, LAYERS, HEADS, INNER, WORDS, LONGEST = 384, 6, 12, 1536, 30522, 512


def same_shape(torch):
    """A BERT of MiniLM-L6's shape, with random weights."""

    class Network(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.words = torch.nn.Embedding(WORDS, WIDTH)
            self.places = torch.nn.Embedding(LONGEST, WIDTH)
            self.norm = torch.nn.LayerNorm(WIDTH, eps=1e-12)
            layer = torch.nn.TransformerEncoderLayer(
                WIDTH, HEADS, INNER, 0.0, "gelu", 1e-12, batch_first=True
            )
            self.layers = torch.nn.TransformerEncoder(
                layer, LAYERS, enable_nested_tensor=False
            )

        def forward(self, ids, mask):
            places = torch.arange(ids.shape[1], device=ids.device)
            hidden = self.norm(self.words(ids) + self.places(places))
            return self.layers(hidden, src_key_padding_mask=mask == 0)

    return Network()


def same_weights(folder):
    """The model itself, as a function of ids and mask."""
    from transformers import AutoModel

    return AutoModel.from_pretrained(folder, local_files_only=True)


def batches(texts, budget):
    """Yields what is run at once: longest first, as many as the padded budget holds."""
    ordered = sorted(texts, key=len, reverse=True)
    start = 0
    while start < len(ordered):
        end = start + max(1, budget // len(ordered[start]))
        yield ordered[start:end]
        start = end


def encode(torch, network, texts, budget, device):
    """Encodes all, and returns how many bytes came back."""
    copied = 0
    for batch in batches(texts, budget):
        width = len(batch[0])
        ids = torch.tensor([text + [0] * (width - len(text)) for text in batch])
        mask = torch.tensor([[1] * len(text) + [0] * (width - len(text)) for text in batch])
        ids, mask = ids.to(device), mask.to(device)
        answer = network(ids, mask)
        hidden = getattr(answer, "last_hidden_state", answer)
        pooled = (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        dense = torch.nn.functional.normalize(pooled, dim=1).cpu()
        copied += dense.numel() * dense.element_size()
    return copied


def main(arguments):
    try:
        import torch
    except ImportError:
        return 3
    ids, rows, device, budgets, rounds = arguments[:5]
    if device.startswith("cuda") and not torch.cuda.is_available():
        return 3
    with open(ids, encoding="utf-8") as file:
        texts = json.load(file)
    tokens = sum(len(text) for text in texts)
    known = len(arguments) > 5
    network = same_weights(arguments[5]) if known else same_shape(torch)
    network = network.eval().to(device)
    way = f"PyTorch {torch.__version__}, {device}" + ("" if known else ", random weights")
    found = []
    with torch.inference_mode():
        for budget in (int(one) for one in budgets.split(",")):
            copied = encode(torch, network, texts, budget, device)
            seconds = []
            for _ in range(int(rounds)):
                start = time.perf_counter()
                encode(torch, network, texts, budget, device)
                seconds.append(time.perf_counter() - start)
            median = statistics.median(seconds)
            found.append(
                {
                    "way": way,
                    "vectors": "dense",
                    "budget": budget,
                    "texts": len(texts),
                    "textsPerSecond": len(texts) / median,
                    "tokensPerSecond": tokens / median,
                    "bytesPerText": copied / len(texts),
                    "leastCosine": "NaN",
                }
            )
    with open(rows, "w", encoding="utf-8") as file:
        json.dump(found, file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
