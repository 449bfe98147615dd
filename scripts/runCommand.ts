import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a command printed (both streams, in order of arrival) and its exit code; null where a signal ended it. */
export interface CommandResult {
  readonly output: string;
  readonly exitCode: number | null;
}

export interface CommandOptions {
  /** Passes the output on as it arrives, besides collecting it. */
  readonly echo?: boolean;
  /** Folder to run in; the current one where not given. */
  readonly cwd?: string;
  /** Ends the command after this long; its exit code is then null. */
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs one of the project's own tools with `node`, the path of whose program is given first, and collects what it
 * prints. Never rejects for an exit code.
 *
 * @throws the spawn error where node itself cannot be started.
 */
export async function runNode(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const chunks: Buffer[] = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.echo === true) to.write(chunk);
    });
  }
  await once(child, 'close');
  return { output: Buffer.concat(chunks).toString('utf8'), exitCode: child.exitCode };
}
