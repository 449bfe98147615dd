/** A length of time a person plans by: `under a second`, `42 s`, `4 min`, `1 h 20 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 1) return 'under a second';
  if (seconds < 59.5) return `${String(Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${String(minutes)} min`;
  const rest = minutes % 60;
  const hours = String(Math.floor(minutes / 60));
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest)} min`;
}

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day of an ISO timestamp, in UTC so that two readers see the same: `20 Nov 2026`. */
export function formatDay(isoTimestamp: string): string {
  return dateFormat.format(new Date(isoTimestamp));
}
