import { createTrainerApi } from './trainer/api.ts';
import { openCompiled } from './trainer/openCompiled.ts';
import { serveTrainer } from './trainer/serve.ts';

serveTrainer(createTrainerApi(openCompiled));
