/** A stratum's or theme's id as words: `hard_positive` reads `hard positive`, `steps-02` reads `steps 2`. */
export function stratumName(id: string): string {
  return id.replace(/_neg$/u, '_negative').replaceAll(/[_-]0*/gu, ' ');
}
