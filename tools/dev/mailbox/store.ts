import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../processes/write-file.ts';
import { type Message, messageSchema } from './message.ts';

/** Older mails are forgotten. */
const mostMessages = 1_000;

/** The mails that arrived, the oldest first. */
export type MessageStore = {
  nextId(): string;
  add(message: Message): void;
  /** All, or those sent to one address (in any case of letters). */
  list(recipient?: string): Message[];
  find(id: string): Message | undefined;
  clear(): void;
};

type StoreOptions = { file?: string | undefined; say?: ((line: string) => void) | undefined };

/** A store that survives a restart in `file`, one mail a line; without a file it lives in memory only. */
export function createMessageStore({ file, say = () => undefined }: StoreOptions): MessageStore {
  let messages = file === undefined ? [] : load(file, say);
  let lastId = Number(messages.at(-1)?.id ?? 0);
  let lines = messages.length;

  const rewrite = () => {
    if (file !== undefined)
      writeFileAtomically(file, messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
    lines = messages.length;
  };
  const append = (message: Message) => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    appendFileSync(file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
    lines += 1;
    if (lines > 2 * mostMessages) rewrite();
  };
  rewrite();

  return {
    nextId: () => `${(lastId += 1)}`,
    add(message) {
      messages = [...messages, message].slice(-mostMessages);
      append(message);
    },
    list(recipient) {
      if (recipient === undefined) return messages;
      const wanted = recipient.toLowerCase();
      return messages.filter(({ recipients }) => recipients.some((address) => address.toLowerCase() === wanted));
    },
    find: (id) => messages.find((message) => message.id === id),
    clear() {
      messages = [];
      rewrite();
    },
  };
}

/** A line that was cut off when its writer died, or that is damaged otherwise, is left out. */
function load(file: string, say: (line: string) => void): Message[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const messages = lines.flatMap(readLine);
  const damaged = lines.length - messages.length;
  if (damaged > 0) say(`The mailbox left out ${damaged} damaged ${damaged === 1 ? 'line' : 'lines'} of ${file}.`);
  return messages.slice(-mostMessages);
}

function readLine(line: string): Message[] {
  try {
    return [messageSchema.parse(JSON.parse(line))];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}
