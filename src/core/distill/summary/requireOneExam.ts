/** How many problems were answered; @throws RangeError where rows differ in that, since they are then not the same problems. */
export function requireOneExam(rows: readonly Uint8Array[]): number {
  const items = rows[0]?.length ?? 0;
  const other = rows.find((row) => row.length !== items);
  if (other !== undefined) {
    throw new RangeError(
      `One training answered ${String(items)} held-out problems and another ${String(other.length)}: they cannot be compared.`,
    );
  }
  return items;
}
