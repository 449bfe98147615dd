const UNITS = ['', 'k', 'M', 'G', 'T', 'P', 'E'] as const;

/** Floating point operations in short, to three figures: `812 MFLOP`, `3.24 TFLOP`. */
export function formatFlops(flops: number): string {
  const power = flops < 1 ? 0 : Math.floor(Math.log10(flops) / 3 + 1e-9);
  const unit = Math.min(power, UNITS.length - 1);
  const value = flops / 1000 ** unit;
  // 999.6 would be written as 1000 of a unit.
  if (Number(value.toPrecision(3)) >= 1000 && unit < UNITS.length - 1) {
    return `${(value / 1000).toPrecision(3)} ${UNITS[unit + 1] ?? ''}FLOP`;
  }
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(3)} ${UNITS[unit] ?? ''}FLOP`;
}

/** A share as a percentage with one decimal at most: `52 %`, `3.1 %`. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  return `${Number.isInteger(percent) ? String(percent) : percent.toFixed(1)} %`;
}
