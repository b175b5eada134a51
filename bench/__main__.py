"""`./dev bench`: lists the figures; `./dev bench NAME… [--size 3k|100k] [--rounds N]` measures them."""

import argparse
import sys

from bench import figures, tools
from bench.databases import SIZES, Bench
from bench.lines import HEAD, Line
from ops.trouble import Trouble


def main(words: list[str]) -> int:
    asked = _read(words)
    if not asked.names:
        for name, (_measure, told) in figures.FIGURES.items():
            print(f"{name:<12}{told}")
        print("\n./dev bench NAME… [--size 3k|100k] [--rounds N]")
        return 0
    tools.ensure_packages()
    tools.build_ours()
    bench = Bench(asked.size)
    bench.ensure()
    print(f"{asked.size}: {bench.places} places, {asked.rounds} rounds\n{HEAD}", flush=True)
    lines: list[Line] = []
    for name in asked.names:
        for line in figures.FIGURES[name][0](bench, asked.rounds):
            print(line, flush=True)
            lines.append(line)
    met, short = (sum(line.result == result for line in lines) for result in ("met", "short"))
    print(f"{met} met, {short} short")
    return 1 if short else 0


def _read(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="figures; none lists them")
    parser.add_argument("--size", choices=list(SIZES), default="3k")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(words)
    if unknown := set(asked.names) - set(figures.FIGURES):
        parser.error(f"there is no figure {', '.join(sorted(unknown))}")
    if asked.rounds < 1:
        parser.error("--rounds is at least 1")
    return asked


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        print(f"./dev bench: {trouble}", file=sys.stderr)
        sys.exit(1)
