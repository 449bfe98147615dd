/**
 * To be imported before jax-js. Its wasm backend shares work among threads that it starts from a `blob:` address where it finds
 * `Worker`; the site's policy refuses such workers, and the backend would wait for them for ever. Without `Worker` it computes in
 * the worker that it is in.
 */
Object.defineProperty(self, 'Worker', { value: undefined });
