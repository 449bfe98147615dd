const MIRROR = /^https?:\/\/(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?(\/[^\s?#]*)?$/iu;

/** Ends the sentence that refuses another address. */
export const HUB_MIRROR_RULE =
  'it must be an address that begins with http:// or https://, without user, query or fragment.';

/** Whether an address may stand in for the model hub's. */
export function isHubMirror(address: string): boolean {
  return address.length <= 400 && MIRROR.test(address);
}
