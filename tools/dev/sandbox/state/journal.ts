import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { writeFileAtomically } from '../../processes/write-file.ts';
import { changesSchema, type Changes } from './records.ts';

export type Journal = { append(changes: Changes): void; close(): void };

/**
 * Reads the changes of a journal, oldest first. A last line without its line feed is one that a killed process did not
 * finish; nobody was told of it, so it is left out.
 * @throws Error naming the line when the file is damaged elsewhere
 */
export function readJournal(file: string): Changes[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => parseLine(line, `${file}, line ${index + 1}`));
}

function parseLine(line: string, place: string): Changes {
  try {
    return changesSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`The sandbox's state is damaged: ${place}. Delete the file to start afresh.`, { cause });
  }
}

/** Starts a journal anew from what is still true, by one rename, so that a crash leaves the old file or the new one. */
export function startJournal(file: string, current: Changes): Journal {
  writeFileAtomically(file, line(current));
  const descriptor = openSync(file, 'a');
  return {
    // Written before anybody is answered: a killed process keeps what it told (a power cut is out of scope here).
    append: (changes) => appendFileSync(descriptor, line(changes)),
    close: () => closeSync(descriptor),
  };
}

function line(changes: Changes): string {
  return `${JSON.stringify(changes)}\n`;
}
