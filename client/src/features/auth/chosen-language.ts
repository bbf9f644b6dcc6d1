import { kept } from '../../lib/guarded/storage.ts';

/** Holds the id of the person who chose another language for the app, until their account knows it. */
const unsavedLanguage = 'serene.locale-unsaved';

/** Stands for the id of a person who chose before the page knew who is signed in. */
const notKnownYet = '?';

/**
 * Remembers that a person chose another language: the page is about to be loaded again, which ends every request.
 * @param userId undefined before the page knows who is signed in
 */
export function noteChosenLanguage(userId: string = notKnownYet): void {
  kept.write(unsavedLanguage, userId);
}

/** Whether a person chose another language for the app, and their account does not know it yet. */
export function choseLanguage(userId: string): boolean {
  const chooser = kept.read(unsavedLanguage);
  return chooser === userId || chooser === notKnownYet;
}

/** Drops the note that a person chose another language for the app. That about somebody else stays. */
export function forgetChosenLanguage(userId: string): void {
  if (choseLanguage(userId)) kept.remove(unsavedLanguage);
}
