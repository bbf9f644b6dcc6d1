import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const previewSchema = z.object({
  /** `en` */
  language: z.string(),
  template: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});

/** A sample of a mail in a language. */
export type Preview = z.infer<typeof previewSchema>;

const run = promisify(execFile);
const toolsFolder = fileURLToPath(new URL('../../..', import.meta.url));
const longestMs = 120_000;
const mostBytes = 16 * 1024 * 1024;

/**
 * A sample of every mail in every language, rendered from the source as it is now: in a process of its own, since this
 * one keeps the modules that it has read. @throws with what the compiler or a template complained of
 */
export async function renderPreviews(): Promise<Preview[]> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'dev/mailbox/previews/main.ts'], {
    cwd: toolsFolder,
    timeout: longestMs,
    maxBuffer: mostBytes,
  });
  return z.array(previewSchema).parse(JSON.parse(stdout));
}
