import { KINDS } from '../../src/core/packs/kinds.ts';
import type { PackKind } from '../../src/core/packs/manifest.ts';
import type { PackKindInfo } from '../../src/core/packs/packKind.ts';

interface Described {
  readonly strata: readonly string[];
  /** Criteria over all items; undefined for kinds without. */
  readonly criteria: number | undefined;
}

function describeWith<Item extends { id: string }>(
  { parse, stratumOf, criteriaOf }: PackKindInfo<Item>,
  lines: readonly string[],
): Described {
  const items = lines.map((json, index) => {
    const parsed = parse(json, index + 1);
    if (!parsed.ok) throw new Error(parsed.error.sentence);
    return parsed.value;
  });
  return {
    strata: items.map(stratumOf),
    criteria:
      criteriaOf === undefined ? undefined : items.reduce((sum, item) => sum + criteriaOf(item), 0),
  };
}

/** What a manifest counts of its items. @throws Error that names the first item that is not of that kind. */
export function describeItems(kind: PackKind, lines: readonly string[]): Described {
  const readers: { readonly [Kind in PackKind]: () => Described } = {
    'concept-verification': () => describeWith(KINDS['concept-verification'], lines),
    'trial-eligibility': () => describeWith(KINDS['trial-eligibility'], lines),
    'consult-rubrics': () => describeWith(KINDS['consult-rubrics'], lines),
    'multiple-choice': () => describeWith(KINDS['multiple-choice'], lines),
    'numeric-answers': () => describeWith(KINDS['numeric-answers'], lines),
    'stepwise-errors': () => describeWith(KINDS['stepwise-errors'], lines),
    preferences: () => describeWith(KINDS['preferences'], lines),
    'entity-spans': () => describeWith(KINDS['entity-spans'], lines),
    'note-errors': () => describeWith(KINDS['note-errors'], lines),
    'multistep-arithmetic': () => describeWith(KINDS['multistep-arithmetic'], lines),
  };
  return readers[kind]();
}
