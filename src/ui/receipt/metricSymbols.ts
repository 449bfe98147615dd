/** Mean over the n measured items of a number each item has. */
const MEAN = 'x̄ = (1/n) Σᵢ xᵢ';
const F1 = 'F₁ = 2 TP / (2 TP + FP + FN)';
const SHARE_RIGHT = '(1/n) Σᵢ [ŷᵢ = yᵢ]';
const RUBRIC = 'clip₀¹( (1/n) Σᵢ sᵢ ), sᵢ = Σ_{j met} p_ij / Σ_{j: p_ij > 0} p_ij';
const BALANCED = '½ (TP / (TP + FN) + TN / (TN + FP))';
const PROCESS_F1 = '2 a b / (a + b)';
const HALF_CREDIT = '(1/n) Σᵢ [r⁺ᵢ = maxⱼ r_ij] / |argmaxⱼ r_ij|';

/** Formulas in symbols, by protocol and metric; a name that ends in `:` stands for all that begin with it. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'verify-evidence/verdictF1': F1,
  'verify-evidence/evidenceF1': `${MEAN}, xᵢ = 2 |Cᵢ ∩ Gᵢ| / (|Cᵢ| + |Gᵢ|)`,
  'verify-evidence/evidenceRecall': `${MEAN}, xᵢ = |Cᵢ ∩ Gᵢ| / |Gᵢ|`,
  'verify-evidence/evidencePrecision': `${MEAN}, xᵢ = |Cᵢ ∩ Gᵢ| / |Cᵢ|`,
  'verify-evidence/evidenceMicroF1': '2 Σᵢ |Cᵢ ∩ Gᵢ| / Σᵢ (|Cᵢ| + |Gᵢ|)',
  'verify-evidence/evidenceMicroPrecision': 'Σᵢ |Cᵢ ∩ Gᵢ| / Σᵢ |Cᵢ|',
  'verify-evidence/evidenceMicroRecall': 'Σᵢ |Cᵢ ∩ Gᵢ| / Σᵢ |Gᵢ|',
  'verify-evidence/verdictPrecision': 'TP / (TP + FP)',
  'verify-evidence/verdictRecall': 'TP / (TP + FN)',
  'verify-evidence/macroF1': '½ (F₁(yes) + F₁(no))',
  'verify-evidence/accuracy': SHARE_RIGHT,
  'verify-evidence/faithfulness': '(1/n) Σᵢ |f(oᵢ) − f(cᵢ)|',
  'verify-evidence/consistency': '(1/n) Σᵢ (1 − |f(oᵢ) − f(cᵢ)|)',
  'verify-evidence/judgeScore': `${MEAN}, xᵢ = met / (met + not met)`,
  'verify-evidence/judgeAgreement': BALANCED,
  'eligibility/verdictF1': F1,
  'eligibility/macroF1': '½ (F₁(meets) + F₁(does not meet))',
  'eligibility/evidenceF1': `${MEAN}, xᵢ = 2 |Cᵢ ∩ Gᵢ| / (|Cᵢ| + |Gᵢ|)`,
  'eligibility/accuracy': SHARE_RIGHT,
  'eligibility/registerDelta':
    '(1/n) Σᵢ ([right in patient’s words]ᵢ − [right in clinical words]ᵢ)',
  'weighted-rubric/score': RUBRIC,
  'weighted-rubric/axis:': `${RUBRIC}, j over the axis’s criteria`,
  'weighted-rubric/theme:': `${RUBRIC}, i over the theme’s items`,
  'weighted-rubric/clippedEach': '(1/n) Σᵢ max(0, sᵢ), sᵢ = Σ_{j met} p_ij / Σ_{j: p_ij > 0} p_ij',
  'weighted-rubric/unclipped': '(1/n) Σᵢ sᵢ, sᵢ = Σ_{j met} p_ij / Σ_{j: p_ij > 0} p_ij',
  'rubric-facets/score': RUBRIC,
  'judge-validity/balancedAccuracy': BALANCED,
  'judge-validity/balanced:': `${BALANCED}, counts of the group’s criteria`,
  'judge-validity/yesRate': '(TP + FP) / (TP + FP + TN + FN)',
  'judge-validity/goldYesRate': '(TP + FN) / (TP + FP + TN + FN)',
  'multiple-choice/accuracy': '(1/n) Σᵢ [argmaxⱼ p_ij = yᵢ]',
  'multiple-choice/goldProbability': '(1/n) Σᵢ p_{i,yᵢ}',
  'multiple-choice/brier': '(1/n) Σᵢ Σⱼ (p_ij − [j = yᵢ])²',
  'numeric-answer/accuracy': '(1/n) Σᵢ [|ŷᵢ − yᵢ| ≤ tᵢ], tᵢ absolute, or a share of |yᵢ|',
  'numeric-answer/medianRelativeError': 'medianᵢ |ŷᵢ − yᵢ| / |yᵢ|',
  'numeric-answer/unreadableShare': '(1/n) Σᵢ [no number in answer i]',
  'first-wrong-step/processF1': PROCESS_F1,
  'first-wrong-step/accuracy': SHARE_RIGHT,
  'label-steps/processF1': PROCESS_F1,
  'rate-answers/pair': '(1/n) Σᵢ ([r⁺ᵢ > r⁻ᵢ] + ½ [r⁺ᵢ = r⁻ᵢ])',
  'rate-answers/bestOf': HALF_CREDIT,
  'choice-confidence/ece': 'Σ_b (n_b / n) |conf_b − acc_b|',
  'choice-confidence/brier': '(1/n) Σᵢ (cᵢ − [right]ᵢ)²',
  'choice-confidence/ocg': '(1/n) Σᵢ cᵢ − (1/n) Σᵢ [right]ᵢ',
  'eligibility-confidence/ece': 'Σ_b (n_b / n) |conf_b − acc_b|',
  'eligibility-confidence/brier': '(1/n) Σᵢ (cᵢ − [right]ᵢ)²',
  'eligibility-confidence/ocg': '(1/n) Σᵢ cᵢ − (1/n) Σᵢ [right]ᵢ',
  'code-sets/microF1': `${F1}, counts of all codes pooled`,
  'code-sets/macroF1': '(1/|K|) Σ_k F₁(k)',
};

/** Protocols and metrics with a formula in symbols, so that a test can look for each in the registry. */
export const SYMBOL_KEYS: readonly string[] = Object.keys(SYMBOLS);

/** A metric's formula in symbols; null where words alone say it. */
export function symbolsOf(protocolId: string, metricId: string): string | null {
  const exact = SYMBOLS[`${protocolId}/${metricId}`];
  if (exact !== undefined) return exact;
  const [group] = metricId.split(':', 1);
  return SYMBOLS[`${protocolId}/${group ?? ''}:`] ?? null;
}
