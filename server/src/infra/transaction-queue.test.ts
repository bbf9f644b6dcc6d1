import { describe, expect, it, vi } from 'vitest';
import { createTransactionQueue, type TransactionQueue } from './transaction-queue.ts';

const limits = { together: 8, perPerson: 2, waitingPerPerson: 2 };

/** Work that runs until it is told to end. */
function runIn(queue: TransactionQueue) {
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const run = (name: string, person?: string, expert?: string) =>
    queue({ person, expert, patienceMs: 60_000 }, async () => {
      started.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      return name;
    });
  const endAll = () => {
    for (const end of ends.splice(0)) end();
  };
  return { started, run, endAll };
}

/** Long enough for what has its turn to start. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of transactions (T1)', () => {
  it('runs as many at a time as it may, the others in their order', async () => {
    const { started, run, endAll } = runIn(createTransactionQueue({ ...limits, together: 2 }));
    const all = ['a', 'b', 'c', 'd'].map((name) => run(name));

    await turn();
    expect(started).toEqual(['a', 'b']);
    endAll();
    await turn();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    endAll();

    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('lets two of one person run and two wait, and tells the others to come back', async () => {
    const { run, endAll } = runIn(createTransactionQueue(limits));
    const all = Array.from({ length: 40 }, (_, index) => run(`${index}`, 'asha'));
    const outcomes = Promise.allSettled(all);

    await turn();
    endAll();
    await turn();
    endAll();

    const refused = (await outcomes).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(36);
    await expect(all[39]).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 1 });
  });

  it('lets another person pass who comes after forty of one', async () => {
    const { started, run, endAll } = runIn(createTransactionQueue(limits));
    const many = Array.from({ length: 40 }, () => run('asha', 'asha').catch(() => 'refused'));
    const other = run('ravi', 'ravi');

    await turn();
    expect(started).toEqual(['asha', 'asha', 'ravi']);
    endAll();
    await turn();
    endAll();
    await Promise.all([other, ...many]);
  });

  it('does not count what runs for nobody, such as jobs and webhooks', async () => {
    const { started, run, endAll } = runIn(createTransactionQueue({ ...limits, together: 50 }));
    const all = Array.from({ length: 40 }, () => run('webhook'));

    await turn();
    expect(started).toHaveLength(40);
    endAll();
    await Promise.all(all);
  });

  it('gives the place of work that failed to the next', async () => {
    const queue = createTransactionQueue({ together: 1, perPerson: 1, waitingPerPerson: 1 });
    const asha = { person: 'asha', expert: undefined, patienceMs: 60_000 };
    const failing = queue(asha, () => Promise.reject(new Error('no')));
    const next = queue(asha, () => Promise.resolve('done'));

    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  it("runs what writes one expert's time one after the other, in their order, and takes one place for it", async () => {
    const { started, run, endAll } = runIn(createTransactionQueue({ ...limits, together: 2 }));
    const all = ['a', 'b', 'c'].map((name) => run(name, undefined, 'expert'));
    const other = run('other', undefined, 'another expert');

    await turn();
    expect(started).toEqual(['a', 'other']);
    endAll();
    await turn();
    expect(started).toEqual(['a', 'other', 'b']);
    endAll();
    await turn();
    endAll();
    await Promise.all([...all, other]);
  });

  it('starts all who may when one ends on whom several waited', async () => {
    const { started, run, endAll } = runIn(createTransactionQueue({ ...limits, perPerson: 1 }));
    const all = [run('first', 'asha', 'expert'), run('hers', 'asha'), run('his', 'ravi', 'expert')];

    await turn();
    expect(started).toEqual(['first']);
    endAll();
    await turn();
    expect(started).toEqual(['first', 'hers', 'his']);
    endAll();
    await Promise.all(all);
  });

  it("counts what waits for one expert as the person's, so that nobody fills a queue alone", async () => {
    const { run, endAll } = runIn(createTransactionQueue(limits));
    const all = Array.from({ length: 10 }, (_, index) => run(`${index}`, 'asha', 'expert'));
    const outcomes = Promise.allSettled(all);

    for (let ended = 0; ended < 3; ended += 1) {
      await turn();
      endAll();
    }

    expect((await outcomes).map(({ status }) => status).filter((status) => status === 'fulfilled')).toHaveLength(3);
  });

  it('gives up what waits too long, and whoever comes after it still has its turn', async () => {
    const queue = createTransactionQueue({ ...limits, together: 1 });
    let release = (): void => undefined;
    const first = queue({ person: undefined, expert: undefined, patienceMs: 60_000 }, () => {
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const work = vi.fn(() => Promise.resolve('done'));

    await expect(queue({ person: 'asha', expert: 'expert', patienceMs: 10 }, work)).rejects.toMatchObject({
      code: 'BUSY',
      retryAfterSeconds: 1,
    });
    release();
    await first;

    expect(work).not.toHaveBeenCalled();
    expect(await queue({ person: 'asha', expert: 'expert', patienceMs: 60_000 }, work)).toBe('done');
  });
});
