import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Conversation from './Conversation.svelte';
import CriteriaList from './CriteriaList.svelte';
import EvidenceList from './EvidenceList.svelte';

const HOSTILE = '<img src="x" onerror="window.wasHit = true"><script>window.wasHit = true</script>';

let mounted: object | null = null;

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

function show<Props extends Record<string, unknown>>(part: Component<Props>, props: Props): void {
  mounted = mount(part, { target: document.body, props });
  flushSync();
}

function expectPlainText(): void {
  expect(document.body.textContent).toContain(HOSTILE);
  expect(document.querySelector('img')).toBeNull();
  expect('wasHit' in window).toBe(false);
}

it('shows messages as text, never as markup', () => {
  show(Conversation, { messages: [{ role: 'user', content: HOSTILE }] });
  expectPlainText();
});

it('shows criteria and notes as text, never as markup', () => {
  const criterion = {
    id: 'c1',
    text: HOSTILE,
    points: 1,
    verdict: 'unscored' as const,
    probability: null,
    note: HOSTILE,
    axis: HOSTILE,
  };
  show(CriteriaList, { criteria: [criterion] });
  expectPlainText();
});

it('shows sentences as text, never as markup, and says what each mark means', () => {
  show(EvidenceList, {
    sentences: [HOSTILE, 'second', 'third', 'fourth'],
    marks: { hit: [1], missed: [2], wrong: [3] },
    gold: [1, 2],
  });
  expectPlainText();
  const texts = [...document.querySelectorAll('li')].map((li) => li.textContent);
  expect(texts[0]).toContain('cited, and evidence');
  expect(texts[1]).toContain('evidence, not cited');
  expect(texts[2]).toContain('cited, not evidence');
  expect(texts[3]).not.toContain('evidence');
});
