import { encodeLink } from '../core/share/link.ts';
import type { DistillReport, PageApi, RunReport, RunRequest } from '../core/share/pageApi.ts';
import { problem, type Parsed } from '../core/share/parseBundle.ts';
import type { ExperimentSession } from './distill/experimentSession.svelte.ts';
import type { Lab } from './lab.svelte.ts';
import type { LocalChoice, ModelChoice } from '../core/models/modelChoice.ts';

/** Reads a model's name the way it is written in a terminal. */
export function parseModelName(name: string, dtype: RunRequest['dtype']): LocalChoice {
  if (name === 'random' || name === 'majority') return { source: 'baseline', id: name };
  if (!name.includes('/')) {
    const [id = name, format] = name.split('@', 2);
    return { source: 'bundled', id, ...(format === undefined ? {} : { dtype: format }) };
  }
  const [id = name, revision = 'main'] = name.split('@', 2);
  return { source: 'hub', id, revision, dtype };
}

async function reportOf(lab: Lab, runId: string, note: string | null): Promise<Parsed<RunReport>> {
  const record = lab.runs.find(runId);
  if (record === undefined) return problem('unavailable', 'This browser has no run of that id.');
  const bundle = await lab.share(runId);
  const link = bundle.ok ? encodeLink(bundle.value) : null;
  return {
    ok: true,
    value: {
      runId,
      state: record.state,
      note,
      summary: record.summary,
      bundle: bundle.ok ? bundle.value : null,
      link: link?.kind === 'link' ? `#/shared/${link.payload}` : null,
    },
  };
}

function distillReport({ status, steps, current, problem: stopped }: ExperimentSession) {
  const report: DistillReport = {
    status,
    ...steps,
    now: current === null ? null : `${current.armName}, seed ${current.plan.seed}`,
    problem: stopped === null ? null : `${stopped.happened} ${stopped.todo}`,
  };
  return report;
}

/** The lab as programs see it. */
export function createPageApi(lab: Lab, ready: Promise<void>): PageApi {
  return {
    run: async (request, onState) => {
      await ready;
      const chosen = (name: string | null): ModelChoice | null =>
        name === null ? null : parseModelName(name, request.dtype);
      const planned = await lab.plan({
        packId: request.packId,
        protocolId: request.protocol,
        student: chosen(request.student),
        judge: chosen(request.judge),
        device: request.device,
        limit: request.limit,
      });
      if (!planned.ok) return planned;
      // Whoever names a model in a terminal wants it, however large it is.
      for (const model of Object.values(planned.value.spec.roles)) {
        if (model.source === 'hub') await lab.shelf.agree(model);
      }
      const session = await lab.open(planned.value.spec);
      if (!session.ok) return session;
      const watching = setInterval(() => {
        onState(session.value.state);
      }, 1000);
      try {
        await lab.play(session.value);
      } finally {
        clearInterval(watching);
        onState(session.value.state);
      }
      return await reportOf(lab, session.value.runId, planned.value.note);
    },
    replay: async (runId, device, units) => {
      await ready;
      return await lab.checkParity(runId, device, units);
    },
    distill: async ({ design, device }, onReport) => {
      await ready;
      const { readDesign } = await import('../core/distill/readExperiment.ts');
      const read = readDesign(design);
      if (!read.ok) return read;
      const distill = await lab.distill();
      const settled = await distill.device(device);
      if (!settled.ok) return settled;
      const session = await distill.openExperiment(read.value, settled.value);
      if (!session.ok) return session;
      const watching = setInterval(() => {
        onReport(distillReport(session.value));
      }, 2000);
      try {
        await distill.start(session.value);
      } finally {
        clearInterval(watching);
        onReport(distillReport(session.value));
      }
      const { experiment } = session.value;
      return { ok: true, value: { report: distillReport(session.value), experiment } };
    },
    report: async (runId) => {
      await ready;
      return await reportOf(lab, runId, null);
    },
  };
}
