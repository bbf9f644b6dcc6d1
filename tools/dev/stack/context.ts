import type { Children } from '../processes/children.ts';
import type { ProcessTable } from '../processes/process-table.ts';
import { type Runnable, supervise } from '../processes/supervise.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Whoever talks to another part ends before it. */
export const endOrder = ['web', 'api', 'sandbox', 'mailbox', 'database'] as const;

export type Part = (typeof endOrder)[number];

/** What the parts share while they come up. */
export type StackContext = {
  settings: Settings;
  secrets: Secrets;
  children: Children;
  table: ProcessTable;
  say: (line: string) => void;
  /** Called when a part keeps dying and the stack is of no use any more. */
  onGiveUp: (reason: string) => void;
};

type PartOptions<T extends Runnable> = {
  name: string;
  part: Part;
  launch: (signal: AbortSignal) => Promise<T>;
  beforeRestart?: () => Promise<void>;
};

/** Keeps a part alive and its process id in the table. */
export function supervisePart<T extends Runnable>(context: StackContext, { part, ...options }: PartOptions<T>) {
  const { table, say, onGiveUp } = context;
  const onUp = ({ pid }: T) => {
    table.set(part, pid);
  };
  return supervise({ ...options, say, onGiveUp, onUp });
}

/** One line for a part that is up. */
export function partLine(part: string, url: string, remark = ''): string {
  return `  ${part.padEnd(9)} ${url.padEnd(32)} ${remark}`.trimEnd();
}
