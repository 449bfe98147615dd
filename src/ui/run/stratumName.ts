/** A stratum's or theme's id as words: `hard_positive` reads `hard positive`. */
export function stratumName(id: string): string {
  return id.replace(/_neg$/u, '_negative').replaceAll(/[_-]/gu, ' ');
}
