const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The milliseconds of `90m`, `12h` or `30d`, up to ten years; undefined for any other text. */
export function durationMs(text: string): number | undefined {
  const [, count = '', unit = ''] = /^([1-9]\d{0,6})([mhd])$/.exec(text) ?? [];
  const lengthMs = Number(count) * (unitsMs[unit] ?? 0);
  return lengthMs > 0 && lengthMs <= 3653 * 86_400_000 ? lengthMs : undefined;
}
