import { mailWords } from '../words/index.ts';
import type { MailContent, MailSurroundings } from './content.ts';

/** The first line of a mail. */
export function greeting({ to }: MailContent, { language }: MailSurroundings): string {
  const words = mailWords[language].layout;
  return to === null || to === '' ? words.greetingWithoutName : words.greeting(to);
}
