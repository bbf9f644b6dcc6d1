import type { dictionary } from '@zxcvbn-ts/language-common';

let known: Promise<ReadonlySet<string>> | undefined;

/** Some 49,000 passwords that people use most, in lower case; loaded when the first password is chosen or typed. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= load();
  return known;
}

async function load(): Promise<ReadonlySet<string>> {
  const common: { dictionary: typeof dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(common.dictionary['passwords-common']);
}
