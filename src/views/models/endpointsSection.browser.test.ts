import { Dexie } from 'dexie';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { composeLab, HUB } from '../../lab/composition.ts';
import type { EndpointsStore } from '../../lab/endpoints.svelte.ts';
import EndpointsSection from './EndpointsSection.svelte';

const MODEL = 'tiny/chat:1b';
const KEY = 'sk-right-0123456789';

let mounted: object | null = null;
let endpoints: EndpointsStore;

beforeEach(async () => {
  await Dexie.delete('benchside');
  const lab = composeLab({ base: new URL('/', location.href).href, hub: HUB });
  endpoints = await lab.endpoints();
  mounted = mount(EndpointsSection, { target: document.body, props: { endpoints } });
  flushSync();
});

afterEach(async () => {
  if (mounted !== null) await unmount(mounted);
  mounted = null;
  document.body.replaceChildren();
});

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = document.getElementById(found?.htmlFor ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return input;
}

function type(label: string, text: string): void {
  const input = field(label);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
}

/** Presses the button of that name; in the dialog that is open, where one is. */
function press(name: string): void {
  const within = document.querySelector('dialog[open]') ?? document.body;
  const buttons = [...within.querySelectorAll('button')];
  const button = buttons.find((one) => (one.ariaLabel ?? one.textContent) === name);
  if (button === undefined) throw new Error(`no button ${name}`);
  button.click();
  flushSync();
}

const stored = (): Element | null =>
  document.querySelector('ul[aria-label="Endpoints of this browser"]');

async function expectText(text: string): Promise<void> {
  await expect.poll(() => document.body.textContent, { timeout: 20_000 }).toContain(text);
}

const address = (scenario: string): string => `${inject('fakeEndpoint')}${scenario}/v1`;

it('tests, adds, replaces and removes an endpoint, and asks before anything is lost', async () => {
  type('Address', address('needs-key'));
  press('Test connection: what is written here');
  await expectText('asks for a key (401). Correct the key');

  type('Key', KEY);
  expect(field('Key').type).toBe('password');
  press('Test connection: what is written here');
  await expectText('The server lists 2 models. Choose one of them.');
  press(MODEL);
  expect(field('Model').value).toBe(MODEL);
  press('Add the endpoint');
  await expectText(`${MODEL} was added`);
  expect([field('Key').value, field('Model').value]).toEqual(['', '']);
  const { host } = new URL(address('needs-key'));
  expect(stored()?.textContent).toContain('key kept here');
  expect(document.body.innerHTML).not.toContain(KEY);

  press(`Test connection: ${MODEL} at ${host}`);
  await expectText('Log-probabilities are given, for 20 candidates a token');

  // The same again, without a key: asked first, and kept where the answer is no.
  type('Model', MODEL);
  press('Add the endpoint');
  await expectText('which is none; the old one cannot be brought back');
  press('Keep the old one');
  expect(endpoints.entries).toMatchObject([{ hasKey: true }]);
  press('Add the endpoint');
  await expect.poll(() => document.querySelector('dialog[open]')).not.toBeNull();
  press('Replace the key');
  await expect.poll(() => endpoints.entries[0]?.hasKey).toBe(false);

  press(`Remove ${MODEL} at ${host}`);
  await expectText('deleted from this browser and cannot be brought back');
  press('Keep it');
  expect(endpoints.entries).toHaveLength(1);
  press(`Remove ${MODEL} at ${host}`);
  press('Remove the endpoint');
  await expectText(`${MODEL} at ${host} was removed.`);
  expect(stored()).toBeNull();
  await endpoints.load();
  expect(endpoints.entries).toEqual([]);
});

it('says what is wrong with what is typed, and asks nobody', async () => {
  type('Address', '127.0.0.1:8080');
  type('Key', 'two words');
  press('Add the endpoint');
  await expectText('An address begins with http:// or https://.');
  await expectText('A key has at most 400 letters');
  await expectText('Write the name as the server lists it');
  expect(field('Address').getAttribute('aria-invalid')).toBe('true');
  expect(endpoints.entries).toEqual([]);
});

it('says where a server gives no log-probabilities, and shows its words as text alone', async () => {
  type('Address', address('refuses-logprobs'));
  type('Model', MODEL);
  press('Test connection: what is written here');
  await expectText('it can write, but neither judge nor choose.');
  type('Address', address('page'));
  press('Test connection: what is written here');
  await expectText('answered with a web page instead of JSON');
  type('Address', address('markup'));
  type('Model', '');
  press('Test connection: what is written here');
  await expectText('<img src="x" onerror="alert(1)">');
  expect(document.querySelector('img')).toBeNull();
  // A name that no call can carry is refused when it is added.
  press('<img src="x" onerror="alert(1)">');
  press('Add the endpoint');
  await expectText('Write the name as the server lists it');
});
