import type { ConceptEntry, ConceptGroup } from './conceptEntry.ts';
import { airways } from './concepts/airways.ts';
import { anaemia } from './concepts/anaemia.ts';
import { bowel } from './concepts/bowel.ts';
import { brain } from './concepts/brain.ts';
import { chestPain } from './concepts/chestPain.ts';
import { clotAndSkin } from './concepts/clotAndSkin.ts';
import { diabetes } from './concepts/diabetes.ts';
import { electrolytes } from './concepts/electrolytes.ts';
import { heartMuscleAndValves } from './concepts/heartMuscleAndValves.ts';
import { joints } from './concepts/joints.ts';
import { kidney } from './concepts/kidney.ts';
import { liverAndPancreas } from './concepts/liverAndPancreas.ts';
import { mind } from './concepts/mind.ts';
import { movement } from './concepts/movement.ts';
import { neckGlands } from './concepts/neckGlands.ts';
import { rhythm } from './concepts/rhythm.ts';

/** Every group. Any change here changes every seed's note: the pack must be written again and its version raised. */
export const conceptGroups: readonly ConceptGroup[] = [
  diabetes,
  airways,
  chestPain,
  rhythm,
  kidney,
  clotAndSkin,
  brain,
  anaemia,
  neckGlands,
  liverAndPancreas,
  bowel,
  joints,
  movement,
  mind,
  heartMuscleAndValves,
  electrolytes,
];

/** Every concept, in the order of the groups. */
export const conceptEntries: readonly ConceptEntry[] = conceptGroups.flatMap(
  (group) => group.concepts,
);
