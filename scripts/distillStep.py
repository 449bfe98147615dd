"""Times one step of on-policy distillation in PyTorch, to hold the browser's against it.

    python scripts/distillStep.py [--steps 20] [--threads 1] [--rows 16] [--prompt 40] [--reply 38]

Needs torch and transformers (any recent versions); the project itself does not. Shapes are those of the bundled arithmetic pair;
weights are random, which changes no cost: every row writes `--reply` tokens. A step writes the replies with keys and values kept,
reads both models' logits over them, and takes one AdamW step on the mean exact reverse KL. Operations are counted by the formula of
docs/distillation.md.
"""

import argparse
import json
import pathlib
import time

import torch
from transformers import LlamaConfig, LlamaForCausalLM

MODELS = pathlib.Path(__file__).parent.parent / "static-data" / "models"


def shape_of(name):
    return json.loads((MODELS / name / "card.json").read_text())["shape"]


def model_of(shape):
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=shape["vocabSize"],
            hidden_size=shape["hidden"],
            intermediate_size=shape["mlp"],
            num_hidden_layers=shape["layers"],
            num_attention_heads=shape["heads"],
            num_key_value_heads=shape["kvHeads"],
            head_dim=shape["headDim"],
            max_position_embeddings=shape["maxPositions"],
            rms_norm_eps=shape["rmsEps"],
            tie_word_embeddings=True,
        )
    )


def forward_flops(model, shape, tokens):
    parameters = sum(one.numel() for one in model.parameters())
    width = shape["heads"] * shape["headDim"]
    return 2 * parameters * tokens + 2 * shape["layers"] * width * tokens**2


@torch.no_grad()
def write(student, prompts, count):
    """Samples `count` tokens a row with a cache."""
    out, ids, cache = [], prompts, None
    for _ in range(count):
        said = student(input_ids=ids, past_key_values=cache, use_cache=True)
        cache = said.past_key_values
        ids = torch.multinomial(said.logits[:, -1].softmax(-1), 1)
        out.append(ids)
    return torch.cat(out, 1)


def main():
    options = argparse.ArgumentParser()
    for name, usual in [("steps", 20), ("threads", 1), ("rows", 16), ("prompt", 40), ("reply", 38)]:
        options.add_argument(f"--{name}", type=int, default=usual)
    args = options.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(args.threads)
    shapes = {name: shape_of(f"arithmetic-{name}") for name in ("student", "teacher")}
    student, teacher = (model_of(shapes[name]) for name in ("student", "teacher"))
    optimiser = torch.optim.AdamW(student.parameters(), lr=6e-4, betas=(0.9, 0.98), weight_decay=0)
    prompts = torch.randint(4, shapes["student"]["vocabSize"], (args.rows, args.prompt))

    def step():
        replies = write(student, prompts, args.reply)
        ids = torch.cat([prompts, replies], 1)
        with torch.no_grad():
            log_t = teacher(input_ids=ids).logits[:, args.prompt - 1 : -1].log_softmax(-1)
        log_s = student(input_ids=ids).logits[:, args.prompt - 1 : -1].log_softmax(-1)
        loss = (log_s.exp() * (log_s - log_t)).sum(-1).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 1)
        optimiser.step()

    for _ in range(3):
        step()
    started = time.perf_counter()
    for _ in range(args.steps):
        step()
    seconds = (time.perf_counter() - started) / args.steps
    tokens = args.prompt + args.reply
    small = forward_flops(student, shapes["student"], tokens)
    large = forward_flops(teacher, shapes["teacher"], tokens)
    flops = args.rows * (4 * small + large)
    print(f"{1 / seconds:.2f} steps a second, {flops / seconds / 1e9:.1f} GFLOP/s on {args.threads} thread(s)")


if __name__ == "__main__":
    main()
