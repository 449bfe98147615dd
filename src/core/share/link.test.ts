import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromColumns, toColumns, type ResultBundle } from './bundle.ts';
import { fromBase64Url, toBase64Url } from '../base64Url.ts';
import { decodeLink, encodeLink, MAX_LINK_CHARS } from './link.ts';
import { parseBundleText, readBundleFile } from './parseBundle.ts';

const model = (id: string) =>
  ({ source: 'bundled', id, revision: 'r', dtype: 'fp32', device: 'wasm' }) as const;
const execution = { device: 'wasm', hardware: '2 threads', runtime: 'onnxruntime-web' } as const;

function bundleOf(rows: readonly Record<string, number | null>[]): ResultBundle {
  return {
    format: 'benchside-result',
    formatVersion: 1,
    spec: {
      packId: 'concept-verification',
      packHash: 'ab'.repeat(32),
      protocol: { id: 'verify-evidence', version: 1 },
      roles: { student: model('student-small'), judge: model('judge') },
      limit: rows.length,
      epochs: 1,
    },
    provenance: {
      appVersion: '0.1.0',
      finishedAt: '2026-11-20T10:00:00.000Z',
      activeMs: 1234,
      callsMade: 3,
      callsRemembered: 0,
      student: execution,
      judge: execution,
      parity: [],
    },
    units: rows.length,
    values: toColumns(rows),
  };
}

const small = bundleOf([
  { label: 1, said: 1, evidenceF1: 2 / 3 },
  { label: 0, said: null, evidenceF1: null },
]);

function payloadOf(bundle: ResultBundle): string {
  const link = encodeLink(bundle);
  if (link.kind !== 'link') throw new Error('too long');
  return link.payload;
}

describe('share link', () => {
  it('carries a result there and back, values to four digits', () => {
    const decoded = decodeLink(payloadOf(small));
    expect(decoded).toEqual({ ok: true, value: small });
    expect(fromColumns(small)).toEqual([
      { label: 1, said: 1, evidenceF1: 0.6667 },
      { label: 0, said: null, evidenceF1: null },
    ]);
  });

  it('keeps apart what crowds at 0 and at 1, and has no minus before nothing', () => {
    const said = [0.99951, 0.99958, 0.0000123, 0.0000456, -0.0000000001, 1 - 1e-12];
    const bundle = bundleOf(said.map((value) => ({ said: value })));
    expect(bundle.values['said']).toEqual([0.99951, 0.99958, 0.0000123, 0.0000456, 0, 1]);
    expect(decodeLink(payloadOf(bundle))).toEqual({ ok: true, value: bundle });
  });

  it('carries a model behind an endpoint by host and name, and nothing that a reference has not', () => {
    const remote = {
      source: 'endpoint',
      id: 'owner/name:4b',
      revision: 'llm.example:8443#0123abcd',
      dtype: 'unknown',
      device: 'remote',
    } as const;
    const ranOn = { ...execution, device: 'remote' } as const;
    const bundle: ResultBundle = {
      ...small,
      spec: { ...small.spec, roles: { student: remote, judge: remote } },
      provenance: { ...small.provenance, student: ranOn, judge: ranOn },
    };
    expect(decodeLink(payloadOf(bundle))).toEqual({ ok: true, value: bundle });
    const withKey = { ...remote, key: 'sk-1' };
    const loose = {
      ...bundle,
      spec: { ...bundle.spec, roles: { student: withKey, judge: remote } },
    };
    expect(decodeLink(payloadOf(loose)).ok).toBe(false);
  });

  const stamp = {
    verdict: 'fail',
    probe: 1,
    hardware: 'an adapter',
    runtime: 'a runtime',
    figures: {
      prompts: 6,
      positions: 66,
      maxAbsDeltaLogprob: null,
      meanKl: 0.25,
      topAgreed: 40,
      greedyTokens: 48,
      greedyAgreed: 3,
    },
    checkedAt: '2026-11-20T10:00:00.000Z',
  } as const;
  const withStamps = (stamps: ResultBundle['provenance']['stamps']): ResultBundle => ({
    ...small,
    provenance: { ...small.provenance, stamps },
  });

  it('carries the stamps of the models', () => {
    const bundle = withStamps({ student: stamp, judge: { verdict: 'reference' } });
    expect(decodeLink(payloadOf(bundle))).toEqual({ ok: true, value: bundle });
    const odd = { student: { verdict: 'pass' } };
    const text = JSON.stringify({ ...small, provenance: { ...small.provenance, stamps: odd } });
    expect(parseBundleText(text).ok).toBe(false);
    const reason = 'x'.repeat(401);
    expect(
      parseBundleText(JSON.stringify(withStamps({ judge: { verdict: 'unknown', reason } }))).ok,
    ).toBe(false);
  });

  it('still opens as it was before there were stamps', () => {
    const old =
      'v1.cd2a07f0b3fc.rVLLjtQwEPwV5HMycjJokHLjguCwF4Q4sOLQsXuIwbEjPzKMRvPvVGcDJ1ZCYpVc-lXdVeWbOsc0U1GDGjmYKTvLbeJcfVHNXvvMKbsY1NA1aklx5UDBsBpuikxxKz9klPrj60bRsvxpVvrQHTRADHmfH8hi4rhHH3nmeeTEVg0aa1xweWL7Vs7odX9qu67t9adOD1r-g9b6C5C-V_tt22t5dXKBulCeUZgo2QslyfSvypSYbEY61VDcLNkYws89ai88qjuYUHLlqobHr43KpVoO2P4S0MDOCxsB4yVC0k0472aHBb0sNj_eU54wS-P_fThE0D5ARmUiTFlKu3JyZ2eoiAubYSWa6OUcJ31b_dqCJiiDaSOZ3V-cnqJnXHx7XmxbrouE5-XYI9xAn5oxjd7d_oQwx5q20bEG6-G2aPO81n9D3tvbPOPh_MsG0b8GV0ACYq_k6xOf34TfdfBcH06n05smVO9hv6eRIdBj12h5DCSLEWzV-_0X';
    expect(decodeLink(old)).toEqual({ ok: true, value: small });
    expect(payloadOf(small)).toBe(old);
  });

  it('refuses every single changed character, in one sentence', () => {
    const payload = payloadOf(small);
    for (let at = 0; at < payload.length; at += 1) {
      const other = payload[at] === 'A' ? 'B' : 'A';
      const decoded = decodeLink(payload.slice(0, at) + other + payload.slice(at + 1));
      expect(decoded.ok, `character ${String(at)}`).toBe(false);
      if (!decoded.ok) expect(decoded.problem.message).toMatch(/\.$/);
    }
  });

  it('refuses every cut', () => {
    const payload = payloadOf(small);
    for (let length = 0; length < payload.length; length += 1) {
      expect(decodeLink(payload.slice(0, length)).ok).toBe(false);
    }
  });

  it('stops unfolding a bomb', () => {
    const bomb = toBase64Url(deflateSync(new Uint8Array(4_000_000)));
    expect(bomb.length).toBeLessThan(MAX_LINK_CHARS);
    expect(decodeLink(`v1.000000000000.${bomb}`)).toMatchObject({
      ok: false,
      problem: { code: 'bad-link' },
    });
  });

  it('says when a result is too large for a link', () => {
    let state = 1;
    const noise = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const rows = Array.from({ length: 4000 }, () => ({ a: noise(), b: noise() }));
    expect(encodeLink(bundleOf(rows)).kind).toBe('too-long');
  });

  it('names the field of a bundle that is wrong', () => {
    const bad = { ...small, spec: { ...small.spec, packHash: 'zz' } };
    const parsed = parseBundleText(JSON.stringify(bad));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problem.message).toContain('spec.packHash');
    const ragged = parseBundleText(JSON.stringify({ ...small, values: { label: [1] } }));
    expect(ragged.ok).toBe(false);
    if (!ragged.ok) expect(ragged.problem.message).toContain('length');
  });

  it('survives any text as a link and as a file', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeLink(text).ok).toBe(false);
        expect(parseBundleText(text).ok).toBe(false);
        expect(decodeLink(`v1.x.${toBase64Url(strToU8(text))}`).ok).toBe(false);
      }),
    );
  });
});

describe('result bundle', () => {
  const check = {
    device: 'wasm',
    hardware: '2 threads',
    units: 1,
    calls: 1,
    choices: 1,
    flips: 0,
    texts: 0,
    textsChanged: 0,
    maxAbsDeltaLogprob: 0,
    incomparable: 0,
    checkedAt: '2026-11-20T10:00:00.000Z',
  } as const;
  const withParity = (parity: ResultBundle['provenance']['parity']): string =>
    JSON.stringify({ ...small, provenance: { ...small.provenance, parity } });

  it('has one replay a device', () => {
    const other = { ...check, device: 'webgpu' } as const;
    expect(parseBundleText(withParity([check, other])).ok).toBe(true);
    const twice = parseBundleText(withParity([check, check]));
    expect(twice.ok ? '' : twice.problem.message).toContain('names a device twice');
    expect(parseBundleText(withParity([check, other, { ...check, device: 'none' }])).ok).toBe(
      false,
    );
  });

  it('holds values of a sane size only', () => {
    const withValue = (value: number) =>
      parseBundleText(JSON.stringify({ ...small, values: { label: [value, null] } })).ok;
    expect([-1000, 1000].map(withValue)).toEqual([true, true]);
    expect([-1000.1, 1e300].map(withValue)).toEqual([false, false]);
  });

  it('is refused in a sentence of readable length', () => {
    const parsed = parseBundleText(JSON.stringify({ ...small, ['x'.repeat(5000)]: 1 }));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problem.message.length).toBeLessThan(500);
  });

  it('is not read from a file that is too large or has gone', async () => {
    const give = async (size: number) =>
      await readBundleFile({
        name: 'result.json',
        size,
        text: () => Promise.reject(new Error('gone')),
      });
    expect(await give(20_000_001)).toMatchObject({ problem: { code: 'too-large' } });
    expect(await give(10)).toMatchObject({ problem: { code: 'unavailable' } });
  });
});

describe('base64url', () => {
  it('agrees with Node’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(toBase64Url(bytes)).toBe(text);
        expect(fromBase64Url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });
});
