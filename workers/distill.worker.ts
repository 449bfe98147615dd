import './oneThread.ts';
import type { DistillWorkerApi } from '../src/rpc/distillWorker.ts';
import { serveWorker } from './serveWorker.ts';
import { createDistillApi } from './trainer/distill/api.ts';

serveWorker<Record<string, never>, DistillWorkerApi>(createDistillApi());
