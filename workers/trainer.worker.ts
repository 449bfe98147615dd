import { createTrainerApi } from './trainer/api.ts';
import { serveTrainer } from './trainer/serve.ts';

serveTrainer(createTrainerApi());
