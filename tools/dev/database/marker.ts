import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../processes/write-file.ts';
import { StartError } from '../start-error.ts';
import type { EngineName } from './engine.ts';

const markerSchema = z.object({ engine: z.enum(['mongod', 'secantusdb']) });

/**
 * Which engine made the data in `home`; null when there is no data yet.
 * @throws StartError when there is data that nobody can be named for
 */
export function readMarker(home: string): EngineName | null {
  const file = markerFile(home);
  if (!existsSync(file)) {
    if (!existsSync(home) || readdirSync(home).length === 0) return null;
    throw unreadable(home, 'does not say which database made it');
  }
  try {
    return markerSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).engine;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw unreadable(home, `has a damaged ${file}`, error);
    throw error;
  }
}

/** Remembers the engine. To be called before it writes its first file. */
export function writeMarker(home: string, engine: EngineName): void {
  writeFileAtomically(markerFile(home), `${JSON.stringify({ engine })}\n`);
}

/** The error for data that no engine can open. */
export function unreadable(home: string, what: string, cause?: unknown): StartError {
  return new StartError(
    `The database folder ${home} ${what}.`,
    `Nothing was changed or deleted. Put a copy of the folder back; or begin anew with fresh demo data: mv '${home}' '${home}.damaged' and start again.`,
    { cause },
  );
}

function markerFile(home: string): string {
  return join(home, 'engine.json');
}
