import type { Child, Exit } from '../../dev/processes/child.ts';
import type { Children } from '../../dev/processes/children.ts';
import { waitUntilReady } from '../../dev/processes/wait-until-ready.ts';
import { lastWords, type KillPoint } from '../api/kill-points.ts';

export type ApiPlan = {
  name: string;
  program: string;
  /** Then it does not know all points of this one's kills. */
  isOfReleaseBefore: boolean;
  port: number;
  env: NodeJS.ProcessEnv;
  logFile: string;
  children: Children;
  /** Gets each line that it prints. */
  onLine: (line: string) => void;
};

/** How a life of it is spent. */
export type Life = { dieAt?: { point: KillPoint; after: number }; jobs?: 'scheduled' | 'eager' };

/** How it ended by itself: at its point, or in a way that nobody asked for. */
export type Death = { kind: 'point'; point: string } | { kind: 'crash'; exit: Exit };

/** With the database killed right then, it waits for that one. */
const readyWithinMs = 30_000;

/** One process of the API, always on the same port, which lives again and again. */
export class ApiProcess {
  readonly url: string;
  readonly isOfReleaseBefore: boolean;
  private readonly plan: ApiPlan;
  private child: Child | null = null;
  private isReady = false;

  constructor(plan: ApiPlan) {
    this.plan = plan;
    this.isOfReleaseBefore = plan.isOfReleaseBefore;
    this.url = `http://127.0.0.1:${plan.port}`;
  }

  /** Starts it and resolves when it is ready. */
  async start({ dieAt, jobs = 'scheduled' }: Life): Promise<void> {
    const { name, program, port, env, logFile, children, onLine } = this.plan;
    const child = await children.start({
      name,
      command: process.execPath,
      args: ['--enable-source-maps', program],
      env: {
        ...env,
        PORT: `${port}`,
        CHAOS_JOBS: jobs,
        ...(dieAt ? { CHAOS_KILL_POINT: dieAt.point, CHAOS_KILL_AFTER: `${dieAt.after}` } : {}),
      },
      logFile,
      onLine,
    });
    this.child = child;
    this.isReady = false;
    await waitUntilReady(child, `${this.url}/readyz`, { timeoutMs: readyWithinMs, logFile });
    this.isReady = true;
  }

  /** Whether it is up and has not died since. */
  isUp(): boolean {
    return this.isReady && this.child?.exit() === null;
  }

  /** From now on it dies at the point of its life. */
  arm(): void {
    if (this.child?.exit() === null) process.kill(this.child.pid, 'SIGUSR2');
  }

  /** How it died by itself; null when it has not before its time was `over`. */
  async diesBefore(over: Promise<unknown>): Promise<Death | null> {
    const { child } = this;
    if (!child) return null;
    const exit = await Promise.race([child.exited, over.then(() => null)]);
    if (exit === null) return null;
    const said = child.tail().find((line) => line.startsWith(lastWords));
    if (exit.signal === 'SIGKILL' && said !== undefined) return { kind: 'point', point: said.slice(lastWords.length) };
    return { kind: 'crash', exit };
  }

  /** Ends it with SIGKILL, if it lives. */
  async kill(): Promise<void> {
    await this.child?.kill();
  }
}
