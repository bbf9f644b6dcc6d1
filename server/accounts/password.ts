import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError } from '../src/errors.ts';

type Terminal = {
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  say: (line: string) => void;
  account: 'new' | 'unproved';
};

const prompts = {
  new: 'A password for the new account (not shown; leave it empty and we make one up):',
  unproved:
    'Somebody registered this address, perhaps not its owner. The account gets a new password (not shown; leave it empty and we make one up):',
};

/**
 * The password of an account: the first line of the input, which a terminal does not show. An empty line, or none,
 * is answered with one that is made up and said, this once.
 * @throws AppError when Ctrl-C was typed instead
 */
export async function askPassword({ input, say, account }: Terminal): Promise<string> {
  if (input.isTTY) say(prompts[account]);
  const typed = await readLine(input);
  if (typed !== '') return typed;
  const made = randomBytes(15).toString('base64url');
  say(`Its password, shown this once: ${made}`);
  return made;
}

function readLine(input: Terminal['input']): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input, output: nowhere, terminal: input.isTTY ?? false });
  return new Promise((resolve, reject) => {
    reader.once('SIGINT', () => {
      reject(new AppError('VALIDATION_FAILED', 'Nothing was changed.'));
      reader.close();
    });
    reader.once('line', (line) => {
      resolve(line);
      reader.close();
    });
    reader.once('close', () => resolve(''));
  });
}
