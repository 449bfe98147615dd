import { version } from '../../package.json';

/** Version of the site that made a number. */
export const APP_VERSION: string = version;
