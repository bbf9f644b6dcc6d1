import { describe, expect, it, vi } from 'vitest';
import { startChild } from './child.ts';
import { supervise } from './supervise.ts';

const forever = ['-e', 'setInterval(() => {}, 1000)'];
const crash = ['-e', 'process.exit(1)'];

function setUp(scripts: readonly string[][]) {
  const said: string[] = [];
  const pids: number[] = [];
  const onGiveUp = vi.fn<(reason: string) => void>();
  const launch = async () => {
    const args = scripts[Math.min(pids.length, scripts.length - 1)] ?? forever;
    return startChild({ name: 'The part', command: process.execPath, args });
  };
  const beforeRestart = vi.fn<() => Promise<void>>().mockResolvedValue();
  const options = {
    name: 'The part',
    launch,
    beforeRestart,
    firstDelayMs: 1,
    say: (line: string) => said.push(line),
    onUp: ({ pid }: { pid: number }) => pids.push(pid),
    onGiveUp,
  };
  return { options, said, pids, beforeRestart, onGiveUp };
}

describe('a supervised part', () => {
  it('is started again when it dies, with a message, after what has to be done before', async () => {
    const { options, said, pids, beforeRestart } = setUp([forever]);
    const part = await supervise(options);

    process.kill(part.first.pid, 'SIGKILL');
    await vi.waitUntil(() => pids.length === 2, { timeout: 5_000 });

    expect(beforeRestart).toHaveBeenCalledOnce();
    expect(said[0]).toBe('The part ended unexpectedly (signal SIGKILL); starting it again.');
    await part.stop();
  });

  it('stays down once it was stopped', async () => {
    const { options, said, pids } = setUp([forever]);
    const part = await supervise(options);

    await part.stop();

    expect(await part.first.exited).toEqual({ code: null, signal: 'SIGTERM' });
    expect([pids.length, said]).toEqual([1, []]);
  });

  it('is given up when it keeps dying', async () => {
    const { options, pids, onGiveUp } = setUp([forever, crash]);
    const part = await supervise(options);

    process.kill(part.first.pid, 'SIGKILL');
    await vi.waitUntil(() => onGiveUp.mock.calls.length > 0, { timeout: 10_000 });

    expect(onGiveUp).toHaveBeenCalledExactlyOnceWith('The part ended 5 times in a row and is given up.');
    expect(pids.length).toBe(5);
    await part.stop();
  });

  it('fails with the error of its first launch', async () => {
    const { options } = setUp([]);

    await expect(supervise({ ...options, launch: () => Promise.reject(new Error('no such program')) })).rejects.toThrow(
      'no such program',
    );
  });
});
