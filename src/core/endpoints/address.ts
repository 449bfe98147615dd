/** An address of an OpenAI-compatible server, taken apart. */
export interface EndpointAddress {
  /** What paths such as `/models` are put behind: no slash at the end. */
  base: string;
  isEncrypted: boolean;
  /** With the port, where one is written that is not the scheme's own. */
  host: string;
  /** Whether it names the machine that the browser itself runs on. */
  isLoopback: boolean;
}

export type ReadAddress = { ok: true; value: EndpointAddress } | { ok: false; message: string };

const MOST_CHARS = 400;
const ADDRESS = /^(https?):\/\/(\[[\da-f:]+\]|[\w.-]+)(?::(\d{1,5}))?((?:\/[^\s?#]*)?)$/iu;
const LOOPBACK = /^(localhost|[\w.-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/u;
/** Ends of addresses of single calls, which are often copied instead of what stands before them. */
const CALL = /\/(chat\/completions|completions|embeddings|models)$/u;

function refused(message: string): ReadAddress {
  return { ok: false, message };
}

/** Reads an address as a reader writes it, or says in one sentence what is wrong with it. */
export function readEndpointAddress(text: string): ReadAddress {
  const written = text.trim();
  if (written === '') {
    return refused('Write the server’s address, for example http://127.0.0.1:8080/v1.');
  }
  if (written.length > MOST_CHARS) {
    return refused(`An address has at most ${String(MOST_CHARS)} characters.`);
  }
  const parts = ADDRESS.exec(written);
  if (parts === null) {
    if (!/^https?:\/\//iu.test(written)) {
      return refused('An address begins with http:// or https://.');
    }
    if (/^https?:\/\/[^/]*@/iu.test(written)) {
      return refused('An address has no name or password in it: the key has a field of its own.');
    }
    return refused('An address has a host, perhaps a port and a path, and nothing behind ? or #.');
  }
  const [, schemeWritten = '', hostWritten = '', port, pathWritten = ''] = parts;
  const scheme = schemeWritten.toLowerCase();
  const name = hostWritten.toLowerCase();
  const path = pathWritten.replace(/\/+$/u, '');
  const call = CALL.exec(path);
  if (call !== null) {
    return refused(`Leave ${call[0]} out: the address ends before it, most often in /v1.`);
  }
  const isOwnPort = port === undefined || Number(port) === (scheme === 'https' ? 443 : 80);
  const host = isOwnPort ? name : `${name}:${String(Number(port))}`;
  return {
    ok: true,
    value: {
      base: `${scheme}://${host}${path}`,
      isEncrypted: scheme === 'https',
      host,
      isLoopback: LOOPBACK.test(name),
    },
  };
}
