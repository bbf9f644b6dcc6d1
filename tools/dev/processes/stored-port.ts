import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { freePort, isPortFree } from './ports.ts';
import { writeFileAtomically } from './write-file.ts';

const portsSchema = z.record(z.string(), z.number().int());

/**
 * The port that `name` had in earlier runs, as remembered in `file`; a free one, remembered from now on, where there is
 * none yet or another program has taken it meanwhile.
 */
export async function storedPort(file: string, name: string): Promise<number> {
  const ports = read(file);
  const known = ports[name];
  if (known !== undefined && (await isPortFree(known))) return known;
  const port = await freePort();
  writeFileAtomically(file, `${JSON.stringify({ ...ports, [name]: port })}\n`);
  return port;
}

function read(file: string): Record<string, number> {
  try {
    return portsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    // Absent or unreadable: ports are chosen anew, nothing of value is lost.
    if (error instanceof SyntaxError || error instanceof z.ZodError || isMissing(error)) return {};
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
