/**
 * A function that gives its last value again where the next one is the same: what is worked out from an address that is read
 * anew at every step then stays as it is where that part of the address did not change.
 *
 * @param same whether two values are; without it they are compared as JSON.
 */
export function keepSame<Value>(
  same: (a: Value, b: Value) => boolean = (a, b) => JSON.stringify(a) === JSON.stringify(b),
): (value: Value) => Value {
  let kept: { readonly value: Value } | null = null;
  return (value) => {
    if (kept === null || !same(kept.value, value)) kept = { value };
    return kept.value;
  };
}

/** Whether two lists hold the very same things in the same order. */
export function sameMembers<Member>(a: readonly Member[], b: readonly Member[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}
